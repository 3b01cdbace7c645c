/** The exit codes of every command: scripts rely on them. */
export const ExitCode = { fine: 0, findings: 1, couldNotRun: 2 } as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

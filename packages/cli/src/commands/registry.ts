/** Every command, in the order that help lists them; each is loaded when it is asked for. */
import type { CommandDefinition } from "./command.ts";

interface RegisteredCommand {
  readonly name: string;
  readonly load: () => Promise<CommandDefinition>;
}

export const commands: readonly RegisteredCommand[] = [
  { name: "scan", load: async () => (await import("./scan.ts")).scanCommand },
  { name: "open", load: async () => (await import("./open.ts")).openCommand },
  { name: "explain", load: async () => (await import("./explain.ts")).explainCommand },
  { name: "find", load: async () => (await import("./find.ts")).findCommand },
  { name: "assess", load: async () => (await import("./assess.ts")).assessCommand },
  { name: "standard", load: async () => (await import("./standard.ts")).standardCommand },
  { name: "next", load: async () => (await import("./next.ts")).nextCommand },
  { name: "start", load: async () => (await import("./start.ts")).startCommand },
  { name: "init", load: async () => (await import("./init.ts")).initCommand },
  { name: "check", load: async () => (await import("./check.ts")).checkCommand },
  { name: "diff", load: async () => (await import("./diff.ts")).diffCommand },
  { name: "affected", load: async () => (await import("./affected.ts")).affectedCommand },
  { name: "serve", load: async () => (await import("./serve.ts")).serveCommand },
  { name: "push", load: async () => (await import("./push.ts")).pushCommand },
  { name: "worker", load: async () => (await import("./worker.ts")).workerCommand },
  { name: "sources", load: async () => (await import("./sources.ts")).sourcesCommand },
  { name: "config", load: async () => (await import("./config.ts")).configCommand },
  { name: "doctor", load: async () => (await import("./doctor.ts")).doctorCommand },
  { name: "backup", load: async () => (await import("./backup.ts")).backupCommand },
  { name: "restore", load: async () => (await import("./restore.ts")).restoreCommand },
];

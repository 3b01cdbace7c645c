/** `--report <format>=<file>`: the same findings in further forms, so that one run serves people and machines. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Failure } from "@freehold/engine";
import { type Command, InvalidArgumentError } from "commander";
import type { Terminal } from "../terminal.ts";

export interface ReportFile {
  readonly format: string;
  readonly file: string;
}

/** Repeatable; the value of the option is a list. */
export function addReportOption(command: Command, formats: readonly string[]): Command {
  const read = (value: string, earlier: readonly ReportFile[]): ReportFile[] => {
    const at = value.indexOf("=");
    const [format, file] = [value.slice(0, Math.max(0, at)), value.slice(at + 1)];
    if (formats.includes(format) && file !== "") return [...earlier, { format, file }];
    throw new InvalidArgumentError(
      `Write a format and a file, such as sarif=out.sarif; formats: ${formats.join(", ")}.`,
    );
  };
  return command.option("--report <format=file>", "write it to a file too, in any format (repeatable)", read, []);
}

/** Paths are relative to where the person is. Throws a `Failure` when a file can't be written. */
export function writeReports(
  reports: readonly ReportFile[],
  render: (format: string) => string,
  terminal: Terminal,
): void {
  for (const { format, file } of reports) {
    const path = resolve(terminal.cwd, file);
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, render(format));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Failure(
        "report/not-written",
        `${file} can't be written: ${reason}`,
        "Give a file that can be written.",
      );
    }
  }
}

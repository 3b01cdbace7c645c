/** A command of `freehold`: declared once, with its examples, and run with parsed arguments. */
import type { Command } from "commander";
import type { Terminal } from "../terminal.ts";

export interface CommandDefinition {
  readonly name: string;
  /** Adds arguments, options and help to a fresh subcommand and says how to run it. */
  readonly define: (command: Command, terminal: Terminal) => void;
}

/** The examples below a command's help, two columns. */
export function examples(rows: readonly (readonly [example: string, what: string])[]): string {
  const width = Math.max(...rows.map(([example]) => example.length));
  return `\nExamples:\n${rows.map(([example, what]) => `  ${example.padEnd(width)}  ${what}`).join("\n")}\n`;
}

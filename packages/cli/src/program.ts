/** The composition root of the command line: every command, one place for errors. */
import { Failure } from "@freehold/engine/scan";
import { formatProblem } from "@freehold/model";
import { Command, CommanderError } from "commander";
import manifest from "../package.json" with { type: "json" };
import type { CommandDefinition } from "./commands/command.ts";
import { commands } from "./commands/registry.ts";
import { ExitCode } from "./exit-code.ts";
import { styled, type Terminal } from "./terminal.ts";

/** Runs `freehold` with arguments (without program name) and returns the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  process.exitCode = ExitCode.fine;
  try {
    const program = createProgram(await definitionsFor(args), terminal);
    await program.parseAsync([...args], { from: "user" });
    return process.exitCode;
  } catch (error) {
    return report(error, terminal);
  }
}

/** The one command that is asked for, which loads just what it runs; all of them for help and mistakes. */
async function definitionsFor(args: readonly string[]): Promise<readonly CommandDefinition[]> {
  const name = args.find((arg) => !arg.startsWith("-"));
  const chosen = commands.filter((command) => command.name === name);
  return await Promise.all((chosen.length === 0 ? commands : chosen).map(async ({ load }) => await load()));
}

function createProgram(definitions: readonly CommandDefinition[], terminal: Terminal): Command {
  const program = new Command("freehold")
    .description("Shows the products in the repositories that you have, each claim with its evidence.")
    .version(manifest.version, "-V, --version")
    .showSuggestionAfterError()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride();
  for (const { name, define } of definitions) {
    const command = program
      .command(name)
      .copyInheritedSettings(program)
      .showHelpAfterError(`(freehold ${name} --help shows how)`);
    define(command, terminal);
  }
  return program;
}

function report(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.fine : ExitCode.couldNotRun;
  if (error instanceof Failure) {
    terminal.err(`${styled(terminal, "red", "error")}: ${error.message}\n`);
    if (error.hint !== undefined) terminal.err(`  ${error.hint}\n`);
    for (const problem of error.problems) terminal.err(`${formatProblem(problem)}\n`);
    return ExitCode.couldNotRun;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.err(
    `${styled(terminal, "red", "error")}: freehold failed: ${text}\n  This is a defect of Freehold; please report it with the lines above.\n`,
  );
  return ExitCode.couldNotRun;
}

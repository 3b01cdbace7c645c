import { resolve } from "node:path";
import { Failure, previewStandard, readSnapshot, readStandard } from "@freehold/engine";
import type { Command } from "commander";
import { ExitCode } from "../exit-code.ts";
import { previewText } from "../report/assessment/preview.ts";
import type { Terminal } from "../terminal.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { addScanOptions, type ScanFlags, scanWithProgress } from "./scan-options.ts";

interface Flags extends ScanFlags {
  readonly snapshot?: string;
  readonly against?: string;
  readonly json?: boolean;
  readonly all?: boolean;
}

/** `freehold standard preview`: what a standard would change, before it applies. */
export const standardCommand: CommandDefinition = {
  name: "standard",
  define: (command, terminal) => {
    command
      .summary("try an organisation's own standard on its real portfolio")
      .addHelpText(
        "after",
        examples([["freehold standard preview freehold-standard.yaml", "who would fall, and by what"]]),
      );
    definePreview(command.command("preview"), terminal);
  },
};

function definePreview(command: Command, terminal: Terminal): void {
  addScanOptions(command)
    .summary("show which products would fall or rise, and by which checks")
    .description(
      "Reads a standard, reports its errors with line and column, and compares what it would say of every product " +
        "with what the standard in force says. Nothing is changed.",
    )
    .argument("<standard>", "the file, such as freehold-standard.yaml")
    .argument("[paths...]", "repositories (default: here)")
    .option("--snapshot <file>", "preview on a snapshot instead of scanning")
    .option("--against <file>", "the standard in force (default: the one that Freehold ships)")
    .option("--json", "print JSON")
    .option("--all", "list every product that changes")
    .addHelpText(
      "after",
      `${examples([
        ["freehold standard preview draft.yaml ~/work", "on every repository in a folder"],
        ["freehold standard preview draft.yaml --snapshot all.json --against freehold-standard.yaml", "two of our own"],
      ])}\nExit codes: 0 nothing falls, 1 some product would fall, 2 could not run.\n`,
    )
    .action(async (file: string, paths: string[], flags: Flags) => {
      const proposed = await usable(file, terminal);
      const against = flags.against === undefined ? undefined : await usable(flags.against, terminal);
      const snapshot =
        flags.snapshot === undefined
          ? (await scanWithProgress(paths.length === 0 ? ["."] : paths, { ...flags, interfaces: true }, terminal))
              .snapshot
          : await readSnapshot(resolve(terminal.cwd, flags.snapshot));
      const preview = previewStandard(snapshot, proposed, against);
      if (flags.json === true) terminal.out(`${JSON.stringify(preview, null, 2)}\n`);
      else terminal.out(previewText(preview, { terminal, all: flags.all ?? false }));
      if (preview.changes.some(({ direction }) => direction === "falls")) process.exitCode = ExitCode.findings;
    });
}

async function usable(file: string, { cwd }: Terminal) {
  const { standard, problems } = await readStandard(resolve(cwd, file), file);
  if (standard === undefined)
    throw new Failure("standard/invalid", `${file} has errors`, "Mend them, then try again.", problems);
  return standard;
}

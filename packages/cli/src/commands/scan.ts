import { resolve } from "node:path";
import { keepSnapshot, writeSnapshot } from "@freehold/engine/scan";
import { reportText } from "../report/report.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { addImportedOption, addScanOptions, type ScanFlags, scanWithProgress } from "./scan-options.ts";

interface Flags extends ScanFlags {
  readonly json?: boolean;
  readonly out?: string;
  readonly all?: boolean;
}

/** `freehold scan`: read repositories and say which products are in them. */
export const scanCommand: CommandDefinition = {
  name: "scan",
  define: (command, terminal) => {
    addImportedOption(addScanOptions(command))
      .summary("read repositories and show the products in them")
      .description(
        "Reads git repositories (work trees, bare ones, or a folder full of them) and shows their products: " +
          "who owns each and how sure that is, what it provides, what relies on it, what is unowned. " +
          "Nothing in a repository is executed or changed.",
      )
      .argument("[paths...]", "repositories or folders of repositories (default: here)")
      .option("--no-interfaces", "do not read what products promise: faster, without elements and their users")
      .option("--json", "print the snapshot as JSON")
      .option("--out <file>", "write the snapshot to a file")
      .option("--all", "list every row, however many")
      .addHelpText(
        "after",
        examples([
          ["freehold scan", "this repository"],
          ["freehold scan ~/work --out portfolio.json", "every repository in a folder, kept as a snapshot"],
          ["freehold scan repo.git --rev v2.0", "a bare repository at a tag"],
          ["freehold scan --json | jq '.products[].name'", "for other programs"],
        ]),
      )
      .action(async (paths: string[], flags: Flags) => {
        const given = (paths.length === 0 ? ["."] : paths).map((path) => resolve(terminal.cwd, path));
        const { snapshot, took } = await scanWithProgress(given, flags, terminal);
        await keepSnapshot(snapshot, given);
        if (flags.out !== undefined) await writeSnapshot(resolve(terminal.cwd, flags.out), snapshot);
        if (flags.json === true) terminal.out(`${JSON.stringify(snapshot)}\n`);
        else terminal.out(reportText(snapshot, { terminal, took, all: flags.all ?? false }));
      });
  },
};

import { check } from "@freehold/engine";
import { ExitCode } from "../exit-code.ts";
import { checkText } from "../report/check.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { addScanOptions, type ScanFlags, scanWithProgress } from "./scan-options.ts";

interface Flags extends ScanFlags {
  readonly json?: boolean;
}

/** `freehold check`: charters valid, every path owned once, declared boundaries held. */
export const checkCommand: CommandDefinition = {
  name: "check",
  define: (command, terminal) => {
    addScanOptions(command)
      .summary("check charters, ownership of paths, and boundaries")
      .description(
        "Checks that charters are valid, that every path is owned by exactly one product, and that the\n" +
          "boundaries and layers that charters declare hold. Reads uncommitted files too, unless --rev is given.",
      )
      .argument("[paths...]", "repositories (default: here)")
      .option("--json", "print the findings as JSON")
      .addHelpText(
        "after",
        `${examples([
          ["freehold check", "this repository, as it is now"],
          ["freehold check --rev main --json", "what is committed, for other programs"],
        ])}\nExit codes: 0 nothing found, 1 findings, 2 could not run.\n`,
      )
      .action(async (paths: string[], flags: Flags) => {
        const worktree = flags.rev === undefined;
        const { snapshot } = await scanWithProgress(
          paths.length === 0 ? ["."] : paths,
          { ...flags, worktree, history: false },
          terminal,
        );
        const findings = check(snapshot);
        terminal.out(flags.json === true ? `${JSON.stringify(findings, null, 2)}\n` : checkText(findings, terminal));
        if (findings.some((finding) => finding.severity === "error")) process.exitCode = ExitCode.findings;
      });
  },
};

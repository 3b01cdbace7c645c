import { acceptedFindings, check } from "@freehold/engine";
import { Option } from "commander";
import { ExitCode } from "../exit-code.ts";
import { CHECK_FORMATS, type CheckFormat, checkReport } from "../report/check.ts";
import { plain } from "../terminal.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { addReportOption, type ReportFile, writeReports } from "./report-options.ts";
import { addScanOptions, type ScanFlags, scanWithProgress } from "./scan-options.ts";

interface Flags extends ScanFlags {
  readonly json?: boolean;
  readonly format: CheckFormat;
  readonly all?: boolean;
  readonly report: readonly ReportFile[];
}

/** `freehold check`: charters valid, every path owned once, declared boundaries held. */
export const checkCommand: CommandDefinition = {
  name: "check",
  define: (command, terminal) => {
    addReportOption(addScanOptions(command), CHECK_FORMATS)
      .summary("check charters, ownership of paths, and boundaries")
      .description(
        "Checks that charters are valid, that every path is owned by exactly one product, and that the " +
          "boundaries and layers that charters declare hold. Reads uncommitted files too, unless --rev is given. " +
          "A finding can be left on purpose by a comment on its line or the line above, `freehold-ignore <rule>: reason`, " +
          "or by a waiver in the charter.",
      )
      .argument("[paths...]", "repositories (default: here)")
      .addOption(
        new Option("--format <format>", "how to print it (github: annotations; gitlab: a code quality report)")
          .choices(CHECK_FORMATS)
          .default("text"),
      )
      .option("--json", "the same as --format json")
      .option("--all", "list what is left on purpose too, with the reason")
      .addHelpText(
        "after",
        `${examples([
          ["freehold check", "this repository, as it is now"],
          ["freehold check --rev main --json", "what is committed, for other programs"],
          ["freehold check --format sarif > check.sarif", "for code scanning"],
          ["freehold check --all", "what was left on purpose, and why"],
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
        const report = { findings, accepted: acceptedFindings(snapshot), all: flags.all ?? false };
        writeReports(flags.report, (format) => checkReport(format as CheckFormat, report, plain(terminal)), terminal);
        terminal.out(checkReport(flags.json === true ? "json" : flags.format, report, terminal));
        if (findings.some((finding) => finding.severity === "error")) process.exitCode = ExitCode.findings;
      });
  },
};

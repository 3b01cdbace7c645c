import { diff } from "@freehold/engine";
import type { Diff } from "@freehold/model";
import { Option } from "commander";
import { ExitCode } from "../exit-code.ts";
import { progressLine } from "../progress-line.ts";
import { diffAnnotations, diffQuality } from "../report/diff/hosts.ts";
import { diffMarkdown } from "../report/diff/markdown.ts";
import { diffSarif } from "../report/diff/sarif.ts";
import { diffText } from "../report/diff/text.ts";
import { plain, type Terminal } from "../terminal.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { addReportOption, type ReportFile, writeReports } from "./report-options.ts";
import { addRevisionOptions, repositoryPath, type RevisionFlags, revisionsOf } from "./revision-options.ts";

const FORMATS = ["text", "json", "sarif", "markdown", "github", "gitlab"] as const;
type DiffFormat = (typeof FORMATS)[number];

interface Flags extends RevisionFlags {
  readonly json?: boolean;
  readonly format: DiffFormat;
  readonly report: readonly ReportFile[];
  readonly failOn: "never" | "version" | "breaking" | "unknown";
  readonly all?: boolean;
}

/** `freehold diff`: what changed in the interfaces, whom it hits, which version the release must have. */
export const diffCommand: CommandDefinition = {
  name: "diff",
  define: (command, terminal) => {
    addReportOption(
      addRevisionOptions(
        command
          .summary("show what changed in the interfaces between two revisions, and whom it hits")
          .description(
            "Compares what every product promises at two revisions: elements added, changed and removed, each " +
              "change with its class (breaking, compatible, unknown), who uses the element, and the version that " +
              "the release must have. Compares with the commit where <head> left <base>, as a pull request does.",
          )
          .argument("<base>", "branch, tag or commit to compare with")
          .argument("[head]", "branch, tag or commit that changed (default: HEAD)"),
      ),
      FORMATS,
    )
      .addOption(
        new Option("--format <format>", "how to print it (github: annotations; gitlab: a code quality report)")
          .choices(FORMATS)
          .default("text"),
      )
      .option("--json", "the same as --format json")
      .addOption(
        new Option(
          "--fail-on <what>",
          "when to end with exit code 1: never; a version that is too small; breaking changes without the version they need; unknown ones too",
        )
          .choices(["never", "version", "breaking", "unknown"])
          .default("breaking"),
      )
      .option("--all", "list every change and every user")
      .addHelpText(
        "after",
        `${examples([
          ["freehold diff main", "what this branch changes"],
          ["freehold diff v1.2.0 v1.3.0 --exact", "two releases"],
          ["freehold diff origin/main --format markdown", "a comment for a pull request"],
          ["freehold diff main --worktree --fail-on unknown", "before committing"],
        ])}\nA charter may waive a rule with a reason and a last day: see docs/interfaces.md.\nExit codes: 0 fine, 1 findings, 2 could not run.\n`,
      )
      .action(async (base: string, head: string | undefined, flags: Flags) => {
        const line = progressLine(terminal);
        const options = { ...revisionsOf(base, head, flags), onProgress: line.onProgress };
        const found = await diff(repositoryPath(flags, terminal), options).finally(() => line.clear());
        const all = flags.all ?? false;
        writeReports(flags.report, (format) => rendered(found, format as DiffFormat, all, plain(terminal)), terminal);
        terminal.out(rendered(found, flags.json === true ? "json" : flags.format, all, terminal));
        if (fails(found, flags.failOn)) process.exitCode = ExitCode.findings;
      });
  },
};

function rendered(found: Diff, format: DiffFormat, all: boolean, terminal: Terminal): string {
  if (format === "json") return `${JSON.stringify(found, null, 2)}\n`;
  if (format === "sarif") return `${JSON.stringify(diffSarif(found), null, 2)}\n`;
  if (format === "github") return diffAnnotations(found);
  if (format === "gitlab") return `${JSON.stringify(diffQuality(found), null, 2)}\n`;
  if (format === "markdown") return diffMarkdown(found);
  return diffText(found, { terminal, all });
}

/** A break is fine in a release whose version says so, and where nobody has what is broken. */
function fails({ products }: Diff, on: Flags["failOn"]): boolean {
  if (on === "never") return false;
  return products.some(({ units }) =>
    units.some(({ changes, version, published }) => {
      if (published !== false && version.verdict === "too-small" && (version.certain || on === "unknown")) return true;
      if (on === "version" || version.verdict === "honoured") return false;
      const classes = on === "unknown" ? ["breaking", "unknown"] : ["breaking"];
      return changes.some(
        (change) =>
          change.waived === undefined &&
          classes.includes(change.class) &&
          (published !== false || change.hits.length > 0),
      );
    }),
  );
}

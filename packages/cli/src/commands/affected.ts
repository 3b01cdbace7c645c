import { affected, replay } from "@freehold/engine";
import type { Affected, Tier } from "@freehold/model";
import { InvalidArgumentError, Option } from "commander";
import { progressLine } from "../progress-line.ts";
import { affectedList, affectedMatrix, affectedText, replayText } from "../report/affected.ts";
import { plain, type Terminal } from "../terminal.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { addReportOption, type ReportFile, writeReports } from "./report-options.ts";
import { addRevisionOptions, repositoryPath, type RevisionFlags, revisionsOf } from "./revision-options.ts";

const FORMATS = ["text", "json", "matrix", "list"] as const;
type AffectedFormat = (typeof FORMATS)[number];

interface Flags extends RevisionFlags {
  readonly upTo: Tier;
  readonly json?: boolean;
  readonly matrix?: boolean;
  readonly list?: boolean;
  readonly report: readonly ReportFile[];
  readonly all?: boolean;
  readonly replay?: number;
}

/** `freehold affected`: the products to build and test for a change. */
export const affectedCommand: CommandDefinition = {
  name: "affected",
  define: (command, terminal) => {
    addReportOption(
      addRevisionOptions(
        command
          .summary("list the products that a change can reach, in four tiers")
          .description(
            "For the change between two revisions, every product with its tier and the reason:\n" +
              "  changed    files of it changed, or the dependencies that it resolves to\n" +
              "  contract   it uses an interface that changed: rebuild and test it\n" +
              "  exercise   reachable by unchanged interfaces only: before a release\n" +
              "  unreached  nothing that changed leads to it\n" +
              "What can't be told counts as changed.",
          )
          .argument("[base]", "branch, tag or commit to compare with (not with --replay)")
          .argument("[head]", "branch, tag or commit that changed (default: HEAD)"),
      ),
      FORMATS,
    )
      .addOption(
        new Option("--up-to <tier>", "how far to go").choices(["changed", "contract", "exercise"]).default("contract"),
      )
      .option("--json", "print it as JSON")
      .option("--matrix", "print a matrix for GitHub Actions: one entry a product to run")
      .option("--list", "print the slugs of the products to run, one a line")
      .option("--all", "list the products that are not reached too")
      .option(
        "--replay <commits>",
        "replay the last commits: what would have run, and what later fixes show was missed",
        count,
      )
      .addHelpText(
        "after",
        `${examples([
          ["freehold affected origin/main", "what to test for this branch"],
          ["freehold affected main --up-to exercise --json", "everything reachable, for other programs"],
          ["freehold affected origin/main --matrix", "for strategy.matrix: ${{ fromJSON(…) }}"],
          ["freehold affected --replay 50", "how it would have done so far"],
        ])}\nExit codes: 0 fine (also when nothing is affected), 2 could not run.\n`,
      )
      .action(async (base: string | undefined, head: string | undefined, flags: Flags) => {
        if (flags.replay !== undefined) await runReplay(flags.replay, flags, terminal);
        else if (base === undefined)
          command.error("error: missing argument 'base': name what to compare with, such as main");
        else await runAffected(base, head, flags, terminal);
      });
  },
};

async function runAffected(base: string, head: string | undefined, flags: Flags, terminal: Terminal): Promise<void> {
  const line = progressLine(terminal);
  const options = { ...revisionsOf(base, head, flags), upTo: flags.upTo, onProgress: line.onProgress };
  const found = await affected(repositoryPath(flags, terminal), options).finally(() => line.clear());
  const all = flags.all ?? false;
  writeReports(flags.report, (format) => rendered(found, format as AffectedFormat, all, plain(terminal)), terminal);
  const format = FORMATS.find((one) => one !== "text" && flags[one] === true) ?? "text";
  terminal.out(rendered(found, format, all, terminal));
}

function rendered(found: Affected, format: AffectedFormat, all: boolean, terminal: Terminal): string {
  if (format === "matrix") return `${JSON.stringify(affectedMatrix(found))}\n`;
  if (format === "list") return affectedList(found);
  if (format === "json") return `${JSON.stringify(found, null, 2)}\n`;
  return affectedText(found, { terminal, all });
}

async function runReplay(commits: number, flags: Flags, terminal: Terminal): Promise<void> {
  const line = progressLine(terminal);
  const onCommit = (done: number, total: number) =>
    line.onProgress({ repository: "replay", stage: "commits", done, total });
  const options = { commits, upTo: flags.upTo, cache: flags.cache, onCommit };
  const found = await replay(repositoryPath(flags, terminal), options).finally(() => line.clear());
  terminal.out(flags.json === true ? `${JSON.stringify(found, null, 2)}\n` : replayText(found, terminal));
}

function count(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number <= 10_000) return number;
  throw new InvalidArgumentError("Write a number from 1 to 10000.");
}

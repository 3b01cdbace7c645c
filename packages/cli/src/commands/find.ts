import { resolve } from "node:path";
import { find } from "@freehold/engine";
import { InvalidArgumentError } from "commander";
import { progressLine } from "../progress-line.ts";
import { findText } from "../report/find.ts";
import { type CommandDefinition, examples } from "./command.ts";

interface Flags {
  readonly as?: string;
  readonly days?: number;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly cache: boolean;
}

/** `freehold find`: what is probably mine. */
export const findCommand: CommandDefinition = {
  name: "find",
  define: (command, terminal) => {
    command
      .summary("find the product that is yours")
      .description(
        "Says from somebody's recent work what is probably theirs: a product, a candidate that they may claim, or " +
          "work that belongs to nothing yet; each with the way on: claim it, join its owner, or start a product.",
      )
      .argument("[paths...]", "repositories or folders of repositories (default: here)")
      .option("--as <person>", "an address, @login or name (default: who git would sign a commit as)")
      .option("--days <number>", "how far back from the newest commit to look (default: 180)", days)
      .option("--all", "list every place, however little was done there")
      .option("--json", "print JSON")
      .option("--no-cache", "neither read nor write the cache")
      .addHelpText(
        "after",
        examples([
          ["freehold find", "what is probably mine here"],
          ["freehold find ~/work --as @jane", "somebody else's, over many repositories"],
          ["freehold find --days 30 --json", "the last month, for other programs"],
        ]),
      )
      .action(async (paths: string[], flags: Flags) => {
        const line = progressLine(terminal);
        const given = (paths.length === 0 ? ["."] : paths).map((path) => resolve(terminal.cwd, path));
        const found = await find(given, {
          ...(flags.as === undefined ? {} : { who: flags.as }),
          ...(flags.days === undefined ? {} : { days: flags.days }),
          worktree: false,
          cache: flags.cache,
          onProgress: line.onProgress,
        }).finally(line.clear);
        if (flags.json === true) terminal.out(`${JSON.stringify(found, null, 2)}\n`);
        else terminal.out(findText(found, { terminal, all: flags.all ?? false }));
      });
  },
};

function days(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number < 100_000) return number;
  throw new InvalidArgumentError("Write a number of days, such as 30.");
}

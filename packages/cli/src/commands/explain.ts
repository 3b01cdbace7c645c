import { relative, resolve } from "node:path";
import { explain, readKept, readSnapshot } from "@freehold/engine";
import type { Snapshot } from "@freehold/model";
import { explanationText } from "../report/explanation.ts";
import type { Terminal } from "../terminal.ts";
import { type CommandDefinition, examples } from "./command.ts";

interface Flags {
  readonly snapshot?: string;
  readonly json?: boolean;
}

/** `freehold explain`: the evidence behind a line of the report. */
export const explainCommand: CommandDefinition = {
  name: "explain",
  define: (command, terminal) => {
    command
      .summary("show the evidence behind a claim")
      .description(
        "Shows the evidence behind any line of the last report: which file, line or commit, and which rule read it.",
      )
      .argument(
        "<claim...>",
        "a product, `product.owner`, `product.units`, `a -> b`, a person, or the code of a problem",
      )
      .option("--snapshot <file>", "a snapshot file (default: the last scan of what is here, else the last one)")
      .option("--json", "print JSON")
      .addHelpText(
        "after",
        examples([
          ["freehold explain query-core", "why this is a product, and all that is known of it"],
          ["freehold explain query-core.owner", "why this person owns it"],
          ["freehold explain query-core.interface", "what it promises, who uses each element, what nobody does"],
          ['freehold explain "react-query -> query-core"', "every import and declaration between two products"],
        ]),
      )
      .action(async (claim: string[], flags: Flags) => {
        const snapshot = await snapshotOf(flags, terminal);
        const explanation = explain(snapshot, claim.join(" "));
        if (flags.json === true) terminal.out(`${JSON.stringify(explanation, null, 2)}\n`);
        else terminal.out(explanationText(explanation, terminal));
      });
  },
};

/** Where it is the scan of something else, that is said: the claim may be meant about what is here. */
async function snapshotOf(flags: Flags, terminal: Terminal): Promise<Snapshot> {
  if (flags.snapshot !== undefined) return readSnapshot(resolve(terminal.cwd, flags.snapshot));
  const { snapshot, paths } = await readKept(terminal.cwd);
  const here = paths.some((path) => !relative(path, terminal.cwd).startsWith(".."));
  if (!here) terminal.err(`From the scan of ${paths.join(", ")}; what is here was not scanned yet.\n`);
  return snapshot;
}

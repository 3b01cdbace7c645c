import { resolve } from "node:path";
import { next } from "@freehold/engine";
import { type Next, STANDARD_FILE } from "@freehold/model";
import { progressLine } from "../progress-line.ts";
import { nextText } from "../report/next.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { productAndPaths, standardFor } from "./product-options.ts";

interface Flags {
  readonly product?: string;
  readonly patch?: boolean;
  readonly drift?: boolean;
  readonly step?: string[];
  readonly standard?: string;
  readonly rev?: string;
  readonly worktree?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly cache: boolean;
}

/** `freehold next`: the step that makes a product better, with a draft where one can be made honestly. */
export const nextCommand: CommandDefinition = {
  name: "next",
  define: (command, terminal) => {
    command
      .summary("show the steps that make a product better, with drafts")
      .description(
        "Lists what to do next for a product: why, how much work it is, what it raises and by how much. With --patch, " +
          "prints the drafts as one patch. A draft says what was read; what only a person knows is a marked question.",
      )
      .argument("[product-or-paths...]", "a product, and repositories (default: here)")
      .option("--product <name>", "the product, also where a folder has its name")
      .option("--patch", "print the drafts as a patch for git apply, and nothing else")
      .option("--drift", "print the patch that lets its charter and manifests say what is observed, and nothing else")
      .option("--step <id...>", "draft these steps only, whether a check asks for them or not")
      .option("--standard <file>", `the standard to hold it to (default: ${STANDARD_FILE} here, else Freehold's own)`)
      .option("--rev <revision>", "read this commit, branch or tag instead of HEAD")
      .option("--worktree", "read the files as they are now, uncommitted ones too")
      .option("--all", "list every step")
      .option("--json", "print JSON (freehold.next)")
      .option("--no-cache", "neither read nor write the cache")
      .addHelpText(
        "after",
        examples([
          ["freehold next query-core", "what makes it a better product"],
          ["freehold next query-core --patch | git apply", "take the drafts over, then answer the questions in them"],
          ["freehold next query-core --patch --step contributing", "one draft"],
          ["freehold next query-core --drift | git apply", "let its files say what is observed; read it first"],
        ]),
      )
      .action(async (words: string[], flags: Flags) => {
        const { product, paths } = productAndPaths(words, flags.product, terminal);
        const standard = await standardFor(flags.standard, terminal);
        const line = progressLine(terminal);
        const given = (paths.length === 0 ? ["."] : paths).map((path) => resolve(terminal.cwd, path));
        const found = await next(given, {
          ...(product === undefined ? {} : { product }),
          ...(flags.step === undefined ? {} : { steps: flags.step }),
          ...(standard === undefined ? {} : { standard }),
          ...(flags.rev === undefined ? {} : { rev: flags.rev }),
          worktree: flags.worktree ?? false,
          cache: flags.cache,
          onProgress: line.onProgress,
        }).finally(line.clear);
        if (flags.json === true) return terminal.out(`${JSON.stringify(found, null, 2)}\n`);
        if (flags.drift === true) {
          if (found.driftPatch === "") terminal.err(noDrift(found));
          return terminal.out(found.driftPatch);
        }
        if (flags.patch !== true) return terminal.out(nextText(found, { terminal, all: flags.all ?? false }));
        if (found.patch === "") terminal.err("Nothing can be drafted: what is missing, only a person knows.\n");
        return terminal.out(found.patch);
      });
  },
};

function noDrift({ drift, product }: Next): string {
  if (drift.length === 0) return "What is declared and what is observed agree.\n";
  return `Only people can say what is right: freehold assess ${product.slug} shows ${drift.length} differences.\n`;
}

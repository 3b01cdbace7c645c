import { resolve } from "node:path";
import { assessSnapshot, readImported, readSnapshot, withImported, withReleaseSteps } from "@freehold/engine";
import { STANDARD_FILE, type Snapshot } from "@freehold/model";
import { progressLine } from "../progress-line.ts";
import { assessmentText } from "../report/assessment/assessment.ts";
import type { Terminal } from "../terminal.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { productAndPaths, standardFor } from "./product-options.ts";
import { addImportedOption, addScanOptions, type ScanFlags, scanWithProgress } from "./scan-options.ts";

interface Flags extends ScanFlags {
  readonly product?: string;
  readonly snapshot?: string;
  readonly standard?: string;
  readonly releases?: boolean;
  readonly json?: boolean;
  readonly all?: boolean;
}

/** `freehold assess`: how far each is a product, by checks with evidence. */
export const assessCommand: CommandDefinition = {
  name: "assess",
  define: (command, terminal) => {
    addImportedOption(addScanOptions(command))
      .summary("judge products by their characteristics, with evidence")
      .description(
        "Runs the checks of the nine characteristics of a product and shows what passed, what failed and why, " +
          "its stage and steady state as observed, its value and simplicity, and what to do next. What is not " +
          "known never counts as passed. Without a product, all of them in a table.",
      )
      .argument(
        "[product-or-paths...]",
        "a product, and repositories (default: here); what exists as a folder is a path",
      )
      .option("--product <name>", "the product, also where a folder has its name")
      .option("--snapshot <file>", "assess a snapshot instead of scanning")
      .option("--standard <file>", `the standard to hold them to (default: ${STANDARD_FILE} here, else Freehold's own)`)
      .option("--releases", "compare the interfaces of the last releases too: whether their versions kept their word")
      .option("--json", "print JSON (freehold.assessment)")
      .option("--all", "show the evidence of every check, and every row")
      .addHelpText(
        "after",
        examples([
          ["freehold assess", "every product of this repository in a table"],
          ["freehold assess query-core", "one product: each check with its evidence, and the next steps"],
          ["freehold assess query-core ~/work/query --all", "with the evidence of what passed, too"],
          ["freehold assess --snapshot all.json --json", "for other programs"],
        ]),
      )
      .action(async (words: string[], flags: Flags) => {
        const { product, paths } = productAndPaths(words, flags.product, terminal);
        const snapshot = await snapshotOf(paths, flags, terminal);
        const standard = await standardFor(flags.standard, terminal);
        const assessment = assessSnapshot(snapshot, {
          ...(product === undefined ? {} : { product }),
          ...(standard === undefined ? {} : { standard }),
        });
        if (flags.json === true) terminal.out(`${JSON.stringify(assessment, null, 2)}\n`);
        else
          terminal.out(
            assessmentText(assessment, { terminal, all: flags.all ?? false, detail: product !== undefined }),
          );
      });
  },
};

async function snapshotOf(paths: readonly string[], flags: Flags, terminal: Terminal): Promise<Snapshot> {
  if (flags.snapshot !== undefined) {
    const kept = await readSnapshot(resolve(terminal.cwd, flags.snapshot));
    if (flags.imported === undefined) return kept;
    return withImported(kept, await readImported(resolve(terminal.cwd, flags.imported)));
  }
  const given = (paths.length === 0 ? ["."] : paths).map((path) => resolve(terminal.cwd, path));
  const { snapshot } = await scanWithProgress(given, { ...flags, interfaces: true }, terminal);
  if (flags.releases !== true) return snapshot;
  const line = progressLine(terminal);
  return await withReleaseSteps(snapshot, given, { cache: flags.cache, onProgress: line.onProgress }).finally(
    line.clear,
  );
}

import { resolve } from "node:path";
import { assessSnapshot, Failure, readImported, readSnapshot, withImported, withReleaseSteps } from "@freehold/engine";
import { STANDARD_FILE, type Snapshot } from "@freehold/model";
import { InvalidArgumentError } from "commander";
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
  readonly cleanCopy?: boolean;
  readonly minutes?: number;
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
      .option(
        "--clean-copy",
        "install, build and test the product in a copy of its folder. This EXECUTES what the repository says, with your rights",
      )
      .option("--minutes <number>", "with --clean-copy: how long each of its commands may take (default: 10)", minutes)
      .option("--json", "print JSON (freehold.assessment)")
      .option("--all", "show the evidence of every check, and every row")
      .addHelpText(
        "after",
        examples([
          ["freehold assess", "every product of this repository in a table"],
          ["freehold assess query-core", "one product: each check with its evidence, and the next steps"],
          ["freehold assess query-core ~/work/query --all", "with the evidence of what passed, too"],
          [
            "freehold assess query-core --clean-copy",
            "run its own build and tests as well, of a repository that you trust",
          ],
          ["freehold assess --snapshot all.json --json", "for other programs"],
        ]),
      )
      .action(async (words: string[], flags: Flags) => {
        const { product, paths } = productAndPaths(words, flags.product, terminal);
        const scanned = await snapshotOf(paths, flags, terminal);
        const snapshot = flags.cleanCopy === true ? await runInCopy(scanned, product, paths, flags, terminal) : scanned;
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
  const places = given(paths, terminal);
  const { snapshot } = await scanWithProgress(places, { ...flags, interfaces: true }, terminal);
  if (flags.releases !== true) return snapshot;
  const line = progressLine(terminal);
  return await withReleaseSteps(snapshot, places, { cache: flags.cache, onProgress: line.onProgress }).finally(
    line.clear,
  );
}

/** What runs is shown, so that nobody wonders what their machine does. */
async function runInCopy(
  snapshot: Snapshot,
  product: string | undefined,
  paths: readonly string[],
  flags: Flags,
  terminal: Terminal,
): Promise<Snapshot> {
  if (product === undefined || flags.snapshot !== undefined)
    throw new Failure(
      "clean-copy/no-product",
      "--clean-copy runs one product of a repository, and " +
        (product === undefined ? "none was named" : "a snapshot holds no files"),
      "Name it: freehold assess <product> [path] --clean-copy",
    );
  terminal.err(
    `Running what the repository says to install, build and test ${product}, with your rights on this machine\n` +
      "and none of your environment. Do this only with repositories that you trust.\n",
  );
  const { withCleanCopy } = await import("@freehold/engine/clean-copy");
  const told = new AbortController();
  const tell = () => told.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, tell);
  try {
    return await withCleanCopy(snapshot, given(paths, terminal), product, {
      worktree: flags.worktree ?? false,
      ...(flags.minutes === undefined ? {} : { minutes: flags.minutes }),
      onStep: (command) => terminal.err(`$ ${command}\n`),
      signal: told.signal,
    });
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.removeListener(signal, tell);
  }
}

function given(paths: readonly string[], terminal: Terminal): string[] {
  return (paths.length === 0 ? ["."] : paths).map((path) => resolve(terminal.cwd, path));
}

function minutes(value: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number > 0 && number <= 24 * 60) return number;
  throw new InvalidArgumentError("Write a number of minutes above 0, such as 20.");
}

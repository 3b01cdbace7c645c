/**
 * Installs, builds and tests a product in a copy of its own folder: the one use case that executes what a repository
 * says, and only because somebody asked for it. A server never does; `tests/architecture.test.ts` holds that.
 */
import { mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import type { CleanCopy, CleanCopyStep, Product, Snapshot } from "@freehold/model";
import { openTree, openWorktree, type Repository } from "@freehold/repository";
import { findProduct } from "../assess/find-product.ts";
import { Failure } from "../failure.ts";
import { closeAll, openRepositories } from "../scan/open-repositories.ts";
import { cleanEnvironment } from "./environment.ts";
import { openNetwork } from "./network.ts";
import type { RunSettings } from "./run-bounded.ts";
import { runPlan } from "./run-plan.ts";
import { type CopyScope, scopesOf } from "./scope.ts";
import { writeCopy } from "./write-copy.ts";

export interface CleanCopyOptions {
  /** Copy the files as they are in the work tree, else those of the revision that was scanned. */
  readonly worktree: boolean;
  /** For each command; default: ten minutes. */
  readonly minutes?: number;
  /** Told of every command before it runs. */
  readonly onStep?: (command: string) => void;
  /** Ends what runs, and removes the copy. */
  readonly signal?: AbortSignal;
}

const MINUTES = 10;
/** Of what a command writes; a test that prints without end is ended. */
const OUTPUT = 64 * 1024 ** 2;

/**
 * The snapshot with `cleanCopy` in the facts of one product (slug, id, name or alias). Nothing is written outside of a
 * temporary folder, which is removed. Throws a `Failure` when the product or its files can't be had, or when told to end.
 */
export async function withCleanCopy(
  snapshot: Snapshot,
  paths: readonly string[],
  name: string,
  options: CleanCopyOptions,
): Promise<Snapshot> {
  const product = findProduct(snapshot, name);
  const { repositories } = await openRepositories(paths);
  try {
    const home = repositories.find(({ info }) => info.id === product.repositories[0]);
    if (home === undefined)
      throw new Failure(
        "clean-copy/no-repository",
        `the repository of \`${product.slug}\` is not among the paths`,
        "Give the path of the repository that was scanned.",
      );
    const cleanCopy = await inCopy(snapshot, product, home, options);
    const facts = snapshot.productFacts?.map((one) => (one.product === product.id ? { ...one, cleanCopy } : one));
    return facts === undefined ? snapshot : { ...snapshot, productFacts: facts };
  } finally {
    await closeAll(repositories);
  }
}

async function inCopy(
  snapshot: Snapshot,
  product: Product,
  repository: Repository,
  options: CleanCopyOptions,
): Promise<CleanCopy> {
  const revision = snapshot.repositories.find(({ id }) => id === repository.info.id)?.revision;
  const { tree } =
    options.worktree || repository.kind === "folder" || revision === undefined
      ? await openWorktree(repository)
      : await openTree(repository, revision);
  const scopes = scopesOf(snapshot, product, tree);
  const root = await temporaryRoot(repository);
  try {
    const copy = join(root, "copy");
    const wanted = new Set(scopes.flatMap((scope) => scope.files));
    const written = await writeCopy(
      tree,
      tree.files.filter((file) => wanted.has(file)),
      await made(copy),
    );
    const environment = cleanEnvironment({
      home: await made(join(root, "home")),
      temporary: await made(join(root, "tmp")),
    });
    const settings: RunSettings = {
      cwd: copy,
      environment,
      bounds: { milliseconds: (options.minutes ?? MINUTES) * 60_000, output: OUTPUT },
      signal: options.signal,
    };
    const network = await openNetwork(settings);
    const steps: CleanCopyStep[] = [];
    for (const [index, scope] of scopes.entries()) {
      const work = await made(join(root, `work-${index}`));
      steps.push(...(await runPlan(scope, { copy, work, written, network, settings, onStep: options.onStep })));
      throwIfTold(options);
    }
    return {
      ranAt: new Date().toISOString(),
      ...(tree.revision === undefined ? {} : { revision: tree.revision }),
      files: written.paths.size,
      network: network.said,
      steps: steps.length === 0 ? nothingKnown(product, scopes) : steps,
    };
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Outside of the repository: a program that looks upwards must not find what was copied from. */
async function temporaryRoot({ info }: Repository): Promise<string> {
  const above = await realpath(tmpdir());
  const around = await realpath(info.worktree ?? info.path);
  if (above === around || above.startsWith(around + sep))
    throw new Failure(
      "clean-copy/inside",
      `the folder for temporary files, ${above}, lies in the repository`,
      "Set TMPDIR to a folder outside of it.",
    );
  return await mkdtemp(join(above, "freehold-clean-copy-"));
}

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}

function throwIfTold({ signal }: CleanCopyOptions): void {
  if (signal?.aborted === true)
    throw new Failure("clean-copy/ended", "it was told to end before everything had run", "The copy has been removed.");
}

function nothingKnown(product: Product, scopes: readonly CopyScope[]): CleanCopyStep[] {
  const folder = scopes[0]?.folder ?? product.paths[0] ?? "";
  const detail = "No package manager is known of it: npm, pnpm, yarn, go, cargo and pip are.";
  return (["installs", "builds", "tests"] as const).map((step) => ({ step, folder, result: "unknown", detail }));
}

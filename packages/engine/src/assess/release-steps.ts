/**
 * What the last releases of products changed in their interfaces, and whether their versions said so. Comparing two
 * tags reads both, so this is done only when somebody asks for it.
 */
import {
  type Diff,
  factsWithReleases,
  type InterfaceChange,
  type Release,
  type ReleaseStep,
  type Snapshot,
} from "@freehold/model";
import { diff } from "../diff/diff.ts";
import { judgeVersion } from "../diff/version.ts";
import { Failure } from "../failure.ts";
import type { OnProgress } from "../progress.ts";
import { closeAll, openRepositories } from "../scan/open-repositories.ts";
import { consecutiveReleases } from "./consecutive-releases.ts";
import { promisesNothing, removedElements } from "./removed-elements.ts";

export interface ReleaseStepOptions {
  readonly cache: boolean;
  readonly onProgress?: OnProgress;
  /** Pairs of consecutive releases of each product, newest first. */
  readonly pairs?: number;
}

interface Pair {
  readonly product: string;
  readonly repository: string;
  readonly from: Release;
  readonly to: Release;
}

const PAIRS = 3;
const SHOWN = 5;

/** The snapshot with the steps in the facts of its products. Products that are released together share a comparison. */
export async function withReleaseSteps(
  snapshot: Snapshot,
  paths: readonly string[],
  options: ReleaseStepOptions,
): Promise<Snapshot> {
  const folders = await foldersOf(paths);
  const pairs = pairsOf(snapshot, options.pairs ?? PAIRS);
  const steps = new Map<string, ReleaseStep[]>();
  const together = Map.groupBy(pairs, ({ repository, from, to }) => `${repository}\0${from.tag}\0${to.tag}`);
  for (const group of together.values()) {
    const [first] = group;
    const folder = first === undefined ? undefined : folders.get(first.repository);
    if (first === undefined || folder === undefined) continue;
    const compared = await compareTags(folder, first, options);
    if (compared === undefined) continue;
    for (const pair of group) {
      const step = stepOf(pair, changesOf(compared, snapshot, pair));
      steps.set(pair.product, [...(steps.get(pair.product) ?? []), step]);
    }
  }
  const facts = snapshot.productFacts?.map((one) => ({ ...one, releaseSteps: steps.get(one.product) ?? [] }));
  return facts === undefined ? snapshot : { ...snapshot, productFacts: facts };
}

async function foldersOf(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { repositories } = await openRepositories(paths);
  await closeAll(repositories);
  return new Map(repositories.filter(({ kind }) => kind === "git").map(({ info }) => [info.id, info.path]));
}

/** Of products that have something to compare. */
function pairsOf(snapshot: Snapshot, most: number): Pair[] {
  const { products, units } = snapshot;
  const promising = new Set(units.flatMap(({ id, interfaces = [] }) => (interfaces.length > 0 ? [id] : [])));
  const homes = new Map(
    products
      .filter((product) => product.units.some((id) => promising.has(id)))
      .map(({ id, repositories }) => [id, repositories[0] ?? ""]),
  );
  return factsWithReleases(snapshot).flatMap(({ product, releases }) => {
    const repository = homes.get(product);
    return repository === undefined
      ? []
      : consecutiveReleases(releases, most).map((pair) => ({ product, repository, ...pair }));
  });
}

/** A tag whose commit this clone lacks leaves the pair unknown. */
async function compareTags(folder: string, { from, to }: Pair, options: ReleaseStepOptions): Promise<Diff | undefined> {
  try {
    const { cache, onProgress } = options;
    return await diff(folder, {
      base: from.commit,
      head: to.commit,
      exact: true,
      cache,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** What is published counts; in a product of which nothing is, everything. Products are told by their units' folders. */
function changesOf({ products }: Diff, snapshot: Snapshot, pair: Pair): readonly InterfaceChange[] {
  const units = new Set(snapshot.products.find(({ id }) => id === pair.product)?.units);
  const own = snapshot.units.filter(({ id, role }) => units.has(id) && role === "source");
  const published = own.filter((unit) => unit.published === true);
  const names = new Set((published.length > 0 ? published : own).map(({ name, path }) => `${name}\0${path}`));
  return products
    .flatMap((one) => one.units)
    .filter(({ name, path }) => names.has(`${name}\0${path}`))
    .flatMap(({ changes }) => changes)
    .filter((change) => !promisesNothing(change, pair.from.version));
}

function stepOf({ from, to }: Pair, changes: readonly InterfaceChange[]): ReleaseStep {
  const verdict = judgeVersion(changes, { before: from.version, after: to.version, touched: true });
  const breaking = changes.filter((change) => change.class === "breaking");
  const removed = removedElements(changes);
  const unannounced = removed.filter(({ before }) => before?.stability !== "deprecated");
  return {
    from: { version: from.version, tag: from.tag },
    to: { version: to.version, tag: to.tag, commit: to.commit },
    required: verdict.required,
    ...(verdict.taken === undefined ? {} : { taken: verdict.taken }),
    certain: verdict.certain,
    honoured: verdict.verdict === "honoured" || verdict.verdict === "unversioned",
    breaking: breaking.slice(0, SHOWN).map(({ element, message }) => ({ element, message })),
    removed: removed.length,
    announced: removed.length - unannounced.length,
    unannounced: unannounced.slice(0, SHOWN).map(({ element }) => element),
  };
}

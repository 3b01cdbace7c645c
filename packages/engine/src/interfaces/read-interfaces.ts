/**
 * What the units of a repository promise, at one revision.
 *
 * What a unit promises depends on its files alone (and on the few outside that they refer to), so the
 * answer is kept by the fingerprint of the unit: an unchanged unit is not even read.
 */
import { knownKinds } from "@freehold/interfaces";
import type { Interface, Problem, Unit } from "@freehold/model";
import type { Cache, FileTree } from "@freehold/repository";
import type { KindElements } from "./job.ts";
import { filesOfUnits, type UnitFiles } from "./unit-files.ts";
import { openInterfaceThread, type InterfaceThread } from "./thread.ts";

export interface InterfaceReading {
  /** By id of the unit. */
  readonly interfaces: ReadonlyMap<string, readonly Interface[]>;
  /** By id of the unit: files outside of it that its interfaces refer to. */
  readonly outside: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
}

export interface InterfaceOptions {
  readonly cache: boolean;
  /** Elements only of the kinds that tell what they show. */
  readonly telling?: boolean;
  /** One that is open already, with kinds that are loaded; the caller closes it. */
  readonly thread?: InterfaceThread | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

interface Kept {
  readonly interfaces: readonly KindElements[];
  readonly problems: readonly Problem[];
  readonly outside: readonly (readonly [path: string, blob: string | null])[];
}

/** The version of every kind: with another set of kinds nothing that was kept is asked for. */
const SHELF = `interfaces@2:${knownKinds.map(({ id, version }) => `${id}.${version}`).join(",")}`;
const TELLING_SHELF = SHELF.replace("interfaces@2", "interfaces-telling@1");

/** Units whose interface may matter to somebody: fixtures, examples and vendored code promise nothing. */
export function promises(unit: Pick<Unit, "role" | "kind">): boolean {
  return (unit.role === "source" || unit.role === "generated") && unit.kind !== "submodule";
}

export async function readInterfaces(
  tree: FileTree,
  units: readonly Unit[],
  unitOf: (path: string) => string | undefined,
  cache: Cache,
  options: InterfaceOptions,
): Promise<InterfaceReading> {
  const wanted = units.filter(promises);
  const files = filesOfUnits(tree, wanted, unitOf);
  const shelf = options.telling === true ? TELLING_SHELF : SHELF;
  const known = await keptOf(tree, files, cache, shelf);
  const interfaces = new Map<string, readonly Interface[]>();
  const outside = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  const fresh = new Map<string, Kept>();
  const thread = options.thread ?? openInterfaceThread(options);
  try {
    for (const [index, unit] of wanted.entries()) {
      const own = files.get(unit.id);
      if (own === undefined) continue;
      const kept = known.get(own.fingerprint) ?? (await extract(tree, own, thread, options.telling === true));
      if (!known.has(own.fingerprint)) fresh.set(own.fingerprint, kept);
      interfaces.set(unit.id, namedInterfaces(unit, kept.interfaces));
      if (kept.outside.length > 0)
        outside.set(
          unit.id,
          kept.outside.map(([path]) => path),
        );
      problems.push(...kept.problems.map((problem) => ({ ...problem, subject: unit.id })));
      options.onProgress?.(index + 1, wanted.length);
    }
  } finally {
    if (options.thread === undefined) thread.close();
  }
  await cache.putMany(shelf, fresh);
  return { interfaces, outside, problems };
}

/** What an earlier run kept, as far as what lies outside of the unit is the same too. */
async function keptOf(
  tree: FileTree,
  files: ReadonlyMap<string, UnitFiles>,
  cache: Cache,
  shelf: string,
): Promise<ReadonlyMap<string, Kept>> {
  const found = await cache.getMany(
    shelf,
    [...files.values()].map(({ fingerprint }) => fingerprint),
  );
  const kept = new Map<string, Kept>();
  for (const [key, value] of found) {
    const one = value as Kept;
    if (one.outside.every(([path, blob]) => (tree.get(path)?.blob ?? null) === blob)) kept.set(key, one);
  }
  return kept;
}

async function extract(tree: FileTree, files: UnitFiles, thread: InterfaceThread, telling: boolean): Promise<Kept> {
  const answer = await (telling ? thread.extractTelling({ tree, files }) : thread.extract({ tree, files }));
  if (answer === undefined) return { interfaces: [], problems: [noAnswer(files)], outside: [] };
  const { interfaces, problems, outside } = answer;
  return { interfaces, problems, outside };
}

function noAnswer({ folder }: UnitFiles): Problem {
  return {
    code: "interfaces/no-answer",
    severity: "warning",
    message: `reading the interfaces of ${folder === "" ? "the root folder" : folder} took too long, or ended the parser`,
    hint: "Its interfaces are unknown in this scan; please report it with the repository, if it is public.",
    path: folder,
  };
}

/** An interface is called by what its unit provides first, as consumers name it. */
function namedInterfaces(unit: Unit, interfaces: readonly KindElements[]): Interface[] {
  const id = unit.provides[0]?.id ?? `unit:${unit.id.replaceAll(/[\s%]/g, encodeURIComponent)}`;
  return interfaces.map(({ kind, elements }) => ({ id, kind, elements: [...elements] }));
}

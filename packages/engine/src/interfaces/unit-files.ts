/** The files of units at one revision, and what tells two versions of them apart. */
import { createHash } from "node:crypto";
import { purposesIn } from "@freehold/discover";
import type { FileTree, TreeFile } from "@freehold/repository";

export interface UnitFiles {
  readonly folder: string;
  readonly files: readonly TreeFile[];
  /** Of every path and content: equal means that nothing of the unit changed. */
  readonly fingerprint: string;
}

/** By id of the unit, for the units asked for. */
export function filesOfUnits(
  tree: FileTree,
  units: readonly { readonly id: string; readonly path: string }[],
  unitOf: (path: string) => string | undefined,
): ReadonlyMap<string, UnitFiles> {
  const lists = new Map<string, TreeFile[]>(units.map(({ id }) => [id, []]));
  const purposes = new Map(units.map(({ id, path }) => [id, purposesIn(path)]));
  for (const file of tree.files) {
    if (file.mode !== "file" && file.mode !== "executable") continue;
    const unit = unitOf(file.path) ?? "";
    if (!isTestData(file.path, purposes.get(unit))) lists.get(unit)?.push(file);
  }
  return new Map(
    units.map(({ id, path }) => {
      const files = lists.get(id) ?? [];
      return [id, { folder: path, files, fingerprint: fingerprintOf(path, files) }];
    }),
  );
}

const SOURCE = /\.(?:[cm]?[jt]sx?|pyi?|go|rs|java|kt|cs|rb|php|swift|scala)$/;

/** What tests are fed with promises nothing, though it may look like a schema; there may be thousands of such files. */
function isTestData(path: string, purposes: ReturnType<typeof purposesIn> | undefined): boolean {
  return !SOURCE.test(path) && purposes?.scope(path) === "test";
}

function fingerprintOf(folder: string, files: readonly TreeFile[]): string {
  const hash = createHash("sha256").update(folder);
  for (const { path, blob } of files) hash.update(`\0${path}\0${blob}`);
  return hash.digest("hex").slice(0, 40);
}

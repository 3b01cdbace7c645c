/** `freehold-ignore` comments of a repository: those of its sources, which reading imports finds, and of its manifests. */
import type { DiscoveredUnits, ImportGraph } from "@freehold/discover";
import { commentMarkers, type IgnoreComment, ignoreComments } from "@freehold/model";
import type { FileTree } from "@freehold/repository";
import { textFiles } from "./text-files.ts";

/** By path. Manifests are the files that units are delimited by or declare what they use in. */
export type Ignores = ReadonlyMap<string, readonly IgnoreComment[]>;

export async function readIgnores(tree: FileTree, units: DiscoveredUnits, imports: ImportGraph): Promise<Ignores> {
  const manifests = new Set(
    units.units.flatMap(({ manifest, consumes }) => [
      ...(manifest === undefined ? [] : [manifest]),
      ...consumes.flatMap(({ evidence }) => evidence.flatMap(({ path }) => path ?? [])),
    ]),
  );
  const texts = await textFiles(tree, ({ path }) => manifests.has(path) && commentMarkers(path).length > 0);
  const declared = [...texts].flatMap(([path, text]) => {
    const found = ignoreComments(path, text);
    return found.length === 0 ? [] : [[path, found] as const];
  });
  return new Map([...imports.ignores, ...declared]);
}

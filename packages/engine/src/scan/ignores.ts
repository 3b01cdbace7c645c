/** `freehold-ignore` comments of a repository: those of its sources, which reading imports finds, and of its manifests. */
import type { DiscoveredUnits, ImportGraph } from "@freehold/discover";
import { commentMarkers, type IgnoreComment, ignoreComments } from "@freehold/model";
import { type Cache, type FileTree, readContents } from "@freehold/repository";

/** By path. Manifests are the files that units are delimited by or declare what they use in. */
export type Ignores = ReadonlyMap<string, readonly IgnoreComment[]>;

export async function readIgnores(
  tree: FileTree,
  units: DiscoveredUnits,
  imports: ImportGraph,
  cache: Cache,
): Promise<Ignores> {
  const manifests = new Set(
    units.units.flatMap(({ manifest, consumes }) => [
      ...(manifest === undefined ? [] : [manifest]),
      ...consumes.flatMap(({ evidence }) => evidence.flatMap(({ path }) => path ?? [])),
    ]),
  );
  const readings = [...manifests].flatMap((path) => {
    const file = tree.get(path);
    const markers = commentMarkers(path).join(" ");
    if (file === undefined || (file.mode !== "file" && file.mode !== "executable") || markers === "") return [];
    return [{ file, extractor: "ignore-comments@1", dialect: markers, read: (text: string) => commentsIn(path, text) }];
  });
  const declared = (await readContents(tree, readings, cache)) as Ignores;
  return new Map([...imports.ignores, ...declared]);
}

function commentsIn(path: string, text: string): readonly IgnoreComment[] | undefined {
  const found = ignoreComments(path, text);
  return found.length === 0 ? undefined : found;
}

/** One run of the import graph in a process of its own, for `main.ts`: prints what it saw as JSON. */
import { enableCompileCache } from "node:module";
import type { Cache } from "@freehold/repository";

// As the command does: before anything else is loaded. Peers have what they enable themselves.
enableCompileCache();
const { discoverImports, discoverUnits } = await import("@freehold/discover");
const { noCache, openRepository, openTree } = await import("@freehold/repository");

const [path = ".", mode] = process.argv.slice(2);
const { repository } = await openRepository(path);
if (repository === undefined) throw new Error(`no repository at ${path}`);
try {
  const { tree } = await openTree(repository);
  const units = await discoverUnits(tree, repository.info.id, noCache);
  const cache = mode === "warm" ? memoryCache() : noCache;
  if (mode === "warm") await discoverImports(tree, units, cache);
  const start = performance.now();
  const graph = await discoverImports(tree, units, cache);
  const result = {
    graphMs: performance.now() - start,
    files: graph.counts.files,
    imports: graph.counts.imports,
    unresolved: graph.counts.unresolved,
    edges: graph.files.from.length,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(result));
} finally {
  await repository.close();
}

/** Stands for the cache on disk, without its reading and writing. */
function memoryCache(): Cache {
  const stored = new Map<string, unknown>();
  return {
    getMany: async (extractor, blobs) =>
      new Map(blobs.filter((blob) => stored.has(extractor + blob)).map((blob) => [blob, stored.get(extractor + blob)])),
    putMany: async (extractor, entries) => {
      for (const [blob, value] of entries) stored.set(extractor + blob, value);
    },
  };
}

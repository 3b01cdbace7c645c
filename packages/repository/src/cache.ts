/**
 * Results by content: what a blob says depends on its object id and on the version of the extractor
 * alone, so an entry is never wrong and never updated, only forgotten.
 */
export interface Cache {
  /** The entries that are there; a damaged entry is absent. Values are JSON. */
  getMany(extractor: string, blobs: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  putMany(extractor: string, entries: ReadonlyMap<string, unknown>): Promise<void>;
}

/** A cache that remembers nothing, for tests and `--no-cache`. */
export const noCache: Cache = {
  getMany: async () => new Map(),
  putMany: async () => {},
};

export * from "./cache.ts";
export * from "./declared/index.ts";
export { type Glob, type GlobSyntax, matchesGlob, parseGlob } from "./declared/glob.ts";
export * from "./history.ts";
export * from "./identities/index.ts";
export * from "./tree.ts";
export { defaultCacheFolder, openCache } from "./cache/disk.ts";
export type { CacheOptions } from "./cache/disk.ts";
export { lineLimits } from "./history/lines.ts";
export type { LineLimits } from "./history/lines.ts";
export { readHistory } from "./history/read.ts";
export type { HistoryOptions, ReadHistory } from "./history/read.ts";
export { findRepositories, openFound } from "./open/find.ts";
export type { FoundRepositories, FoundRepository } from "./open/find.ts";
export { openFolder, openRepository } from "./open/open.ts";
export type { OpenedRepository } from "./open/open.ts";
export {
  type CommitSummary,
  findCommit,
  lastCommits,
  mergeBase,
  type Past,
  readMessages,
  readPast,
} from "./revisions.ts";
export { type Reference, type References, readReferences } from "./references.ts";
export { readContents, type Reading } from "./read-contents.ts";
export { pathFromBytes, pathToBytes } from "./path-bytes.ts";
export type { Repository, RepositoryDescription } from "./repository.ts";
export { blobId, memoryTree } from "./trees/memory.ts";
export { openTree, openWorktree } from "./trees/open.ts";
export type { OpenedTree } from "./trees/revision.ts";
export { currentIdentity } from "./who.ts";

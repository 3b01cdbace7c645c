export { openClones, type CloneOptions, type Clones, type Fetched, type Wanted } from "./clones/clones.ts";
export { SourceFailure } from "./failure.ts";
export { type Filter, whyExcluded } from "./filter.ts";
export type { Credential, ListedPage, ListedRepository, Lister } from "./forges/lister.ts";
export { type GitCredential, openSource, type OpenSource } from "./forges/open-source.ts";
export { type HookRequest, type HookSaid, isSigned, readHook } from "./hooks.ts";
export {
  credentialHost,
  githubApi,
  parsePlace,
  type Place,
  PlaceRefused,
  SOURCE_KINDS,
  type SourceKind,
} from "./place.ts";
export { type Address, openWeb, type Reach, type Web } from "./web.ts";

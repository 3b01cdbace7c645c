export {
  credentialHost,
  gitAddress,
  parsePlace,
  type Place,
  type PlaceOptions,
  PlaceRefused,
  SOURCE_KINDS,
  type SourceKind,
} from "./place.ts";

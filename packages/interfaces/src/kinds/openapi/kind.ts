/** HTTP interfaces, as Swagger 2 and OpenAPI 3 describe them. */
import { pathsThat, yesOrNo } from "../../ask.ts";
import type { InterfaceKind } from "../../kind.ts";
import { about } from "./about.ts";
import { compare } from "./compare.ts";
import { looksLikeDescription } from "./document.ts";
import { extract } from "./extract.ts";

const DESCRIBES = yesOrNo(`openapi.describes@${about.version}`, ({ text }) => looksLikeDescription(text));

export const openapi: InterfaceKind = {
  ...about,
  find: (place) => pathsThat(DESCRIBES, place.paths.filter(about.looksAt), place),
  extract,
  compare,
};

/** HTTP interfaces, as Swagger 2 and OpenAPI 3 describe them. */
import type { InterfaceKind, Place } from "../../kind.ts";
import { about } from "./about.ts";
import { compare } from "./compare.ts";
import { looksLikeDescription } from "./document.ts";
import { extract } from "./extract.ts";

export const openapi: InterfaceKind = {
  ...about,
  find: (place: Place) =>
    place.paths.filter((path) => {
      if (!/\.(?:ya?ml|json)$/i.test(path)) return false;
      const text = place.read(path);
      return text !== undefined && looksLikeDescription(text);
    }),
  extract,
  compare,
};

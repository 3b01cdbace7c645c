/**
 * Event-driven interfaces, as AsyncAPI 2 and 3 describe them: who sends and receives which messages where.
 *
 * Source: the AsyncAPI specifications 2.6.0 and 3.0.0. docs/interfaces-asyncapi.md states the rules.
 */
import { pathsThat, yesOrNo } from "../../ask.ts";
import type { InterfaceKind } from "../../kind.ts";
import { about } from "./about.ts";
import { compare } from "./compare.ts";
import { looksLikeDescription } from "./description.ts";
import { extract } from "./extract.ts";

const DESCRIBES = yesOrNo(`asyncapi.describes@${about.version}`, ({ text }) => looksLikeDescription(text));

export const asyncapi: InterfaceKind = {
  ...about,
  find: (place) => pathsThat(DESCRIBES, place.paths.filter(about.looksAt), place),
  extract,
  compare,
};

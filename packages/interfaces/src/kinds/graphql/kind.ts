/**
 * GraphQL schemas, as SDL files describe them.
 *
 * Sources of the rules: the GraphQL specification (October 2021) on input and output types, and
 * graphql-js `findBreakingChanges` / `findDangerousChanges`. docs/interfaces-graphql.md states them.
 */
import { pathsThat, yesOrNo } from "../../ask.ts";
import type { InterfaceKind } from "../../kind.ts";
import { about } from "./about.ts";
import { compare } from "./compare.ts";
import { extract } from "./extract.ts";

const IS_SCHEMA = yesOrNo(`graphql.is-schema@${about.version}`, ({ text }) => isSchema(text));

export const graphql: InterfaceKind = {
  ...about,
  find: (place) => pathsThat(IS_SCHEMA, place.paths.filter(about.looksAt), place),
  extract,
  compare,
};

/** Documents of clients (queries, fragments) promise nothing. */
function isSchema(text: string): boolean {
  return /^\s*(?:"""[^]*?"""\s*|#[^\n]*\n\s*)*(?:extend\s+)?(?:schema|type|interface|union|enum|input|scalar|directive)\b/m.test(
    text,
  );
}

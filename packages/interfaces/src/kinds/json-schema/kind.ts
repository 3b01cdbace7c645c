/** JSON Schemas that a unit ships: what may be written by them, and what those who read may rely on. */
import { pathsThat, yesOrNo } from "../../ask.ts";
import type { InterfaceKind, Place } from "../../kind.ts";
import { about } from "./about.ts";
import { compareSchemas } from "./compare.ts";
import type { Audience } from "./compare.ts";
import { extract, looksLikeSchema } from "./extract.ts";

const IS_SCHEMA = yesOrNo(`json-schema.is@${about.version}`, ({ path, text }) => looksLikeSchema(path, text));

export function jsonSchemaKind(audience: Audience): InterfaceKind {
  return {
    ...about,
    find: (place: Place) => {
      const candidates = place.paths.filter((path) => about.looksAt(path) && !isOfChart(path, place));
      return pathsThat(IS_SCHEMA, candidates, place);
    },
    extract,
    compare: (before, after) => compareSchemas(before, after, audience),
  };
}

export const jsonSchema: InterfaceKind = jsonSchemaKind("both");

/** The schema of a Helm chart's values belongs to the chart, where only writers matter. */
function isOfChart(path: string, { paths }: Place): boolean {
  const folder = /^(.*\/|)values\.schema\.json$/.exec(path)?.[1];
  return folder !== undefined && paths.includes(`${folder}Chart.yaml`);
}

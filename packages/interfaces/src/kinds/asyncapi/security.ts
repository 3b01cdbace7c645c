/** Who is let in: AsyncAPI 2 names schemes with scopes, AsyncAPI 3 refers to them. */
import { canonical, isList, isRecord, own } from "../../containment/json.ts";
import type { Located } from "../../containment/schemas.ts";
import type { Json } from "../../kind.ts";
import { dereference } from "../openapi/document.ts";
import type { Requirement } from "../openapi/structure.ts";
import { fieldAt, nameIn, type Reading, rootOf } from "./description.ts";

/** Nothing said: everybody is let in. */
export function securityOf(reading: Reading, holder: Located): Requirement[][] {
  const given = isRecord(holder.schema) ? own(holder.schema, "security") : undefined;
  if (!isList(given) || given.length === 0) return [[]];
  return given.map((one) => (reading.major === 2 ? named(reading, one) : referred(reading, one, holder)));
}

function named(reading: Reading, one: Json): Requirement[] {
  const schemes = fieldAt(reading, fieldAt(reading, rootOf(reading), "components"), "securitySchemes");
  return Object.keys(isRecord(one) ? one : {})
    .sort()
    .map((scheme) => ({
      scheme,
      definition: definitionOf(fieldAt(reading, schemes, scheme)),
      scopes: textsOf(isRecord(one) ? one[scheme] : undefined),
    }));
}

function referred(reading: Reading, one: Json, from: Located): Requirement[] {
  const place = dereference(reading.document, one, from);
  const reference = isRecord(one) ? own(one, "$ref") : undefined;
  const type = isRecord(place?.schema) ? own(place.schema, "type") : undefined;
  const scheme = typeof reference === "string" ? nameIn(reference) : typeof type === "string" ? type : "";
  return [
    {
      scheme,
      definition: definitionOf(place),
      scopes: textsOf(isRecord(place?.schema) ? own(place.schema, "scopes") : undefined),
    },
  ];
}

const KEPT = new Set(["bearerFormat", "in", "name", "scheme", "type"]);

/** What a client has to present. */
function definitionOf(place: Located | undefined): string {
  if (!isRecord(place?.schema)) return "";
  return canonical(Object.fromEntries(Object.entries(place.schema).filter(([key]) => KEPT.has(key))));
}

function textsOf(value: Json | undefined): string[] {
  return isList(value) ? value.filter((scope) => typeof scope === "string").sort() : [];
}

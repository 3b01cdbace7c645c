/** Who is let in: the alternatives of an operation, each with what its schemes ask for. */
import { canonical, isList, isRecord, own } from "../../containment/json.ts";
import type { JsonRecord } from "../../containment/json.ts";
import type { Json } from "../../kind.ts";
import { dereference } from "./document.ts";
import type { ApiDocument } from "./document.ts";
import type { Requirement } from "./structure.ts";

export function readSecurity(document: ApiDocument, operation: JsonRecord): Requirement[][] {
  const security = own(operation, "security") ?? own(document.root, "security");
  const alternatives = isList(security) ? security.filter(isRecord) : [];
  if (alternatives.length === 0) return [[]];
  return alternatives.map((one) =>
    Object.keys(one)
      .sort()
      .map((scheme) => {
        const schema = schemeOf(document, scheme);
        return { scheme, definition: definitionOf(schema), issuers: issuersOf(schema), scopes: scopesOf(one[scheme]) };
      }),
  );
}

function scopesOf(value: Json | undefined): string[] {
  return isList(value) ? value.filter((scope) => typeof scope === "string").sort() : [];
}

/** `bearerFormat` is a hint for documentation (OpenAPI 3.1, "Security Scheme Object"). */
const KEPT = new Set(["type", "name", "in", "scheme"]);
/** Names of schemes and of headers are the same in any case: RFC 9110, 11.1 and 5.1. */
const CASELESS = new Set(["scheme"]);

function schemeOf(document: ApiDocument, scheme: string): JsonRecord | undefined {
  const components = own(document.root, "components");
  const schemes =
    own(document.root, "securityDefinitions") ??
    (isRecord(components) ? own(components, "securitySchemes") : undefined);
  const place = isRecord(schemes) ? dereference(document, own(schemes, scheme), document.place) : undefined;
  return isRecord(place?.schema) ? place.schema : undefined;
}

/** Addresses of a scheme, those of its flows with the flow in front. */
function issuersOf(schema: JsonRecord | undefined): Record<string, string> {
  const flows = schema === undefined ? undefined : own(schema, "flows");
  const parts: readonly (readonly [prefix: string, part: Json | undefined])[] = [
    ["", schema],
    ...(isRecord(flows) ? Object.entries(flows) : []).map(([flow, part]) => [`${flow} `, part] as const),
  ];
  const found = parts.flatMap(([prefix, part]) =>
    ["openIdConnectUrl", "authorizationUrl", "tokenUrl", "refreshUrl"].flatMap((key) => {
      const address = isRecord(part) ? own(part, key) : undefined;
      return typeof address === "string" ? [[prefix + key, address] as const] : [];
    }),
  );
  return Object.fromEntries(found);
}

/** What the client sends. Which scopes exist is no part of each request. */
function definitionOf(schema: JsonRecord | undefined): string {
  if (schema === undefined) return "";
  const inHeader = own(schema, "in") === "header";
  const entries = Object.entries(schema)
    .filter(([key]) => KEPT.has(key))
    .map(([key, value]) => {
      const caseless = CASELESS.has(key) || (key === "name" && inHeader);
      return [key, caseless && typeof value === "string" ? value.toLowerCase() : value] as const;
    });
  return canonical(Object.fromEntries(entries));
}

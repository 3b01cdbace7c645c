/** What the drafts of JSON Schema, and the schema objects of OpenAPI, differ in. */
import type { Json } from "../kind.ts";
import { isRecord, own } from "./json.ts";

export type Draft =
  | "draft-04"
  | "draft-06"
  | "draft-07"
  | "2019-09"
  | "2020-12"
  | "swagger-2.0"
  | "openapi-3.0"
  | "openapi-3.1";

export interface Dialect {
  readonly draft: Draft;
  readonly idKey: "id" | "$id";
  /** Keywords beside `$ref` count. */
  readonly refSiblings: boolean;
  /** `exclusiveMinimum` is a flag beside `minimum`. */
  readonly exclusiveFlags: boolean;
  /** `prefixItems` and `items`, rather than `items` (list) and `additionalItems`. */
  readonly prefixItems: boolean;
  /** Counts up: 4, 6, 7, 8 (2019-09), 9 (2020-12). */
  readonly level: number;
  readonly nullable: boolean;
}

function dialect(draft: Draft, level: number, more: Partial<Dialect> = {}): Dialect {
  return {
    draft,
    idKey: level < 6 ? "id" : "$id",
    refSiblings: level >= 8,
    exclusiveFlags: level < 6,
    prefixItems: level >= 9,
    level,
    nullable: false,
    ...more,
  };
}

const DIALECTS: Readonly<Record<Draft, Dialect>> = {
  "draft-04": dialect("draft-04", 4),
  "draft-06": dialect("draft-06", 6),
  "draft-07": dialect("draft-07", 7),
  "2019-09": dialect("2019-09", 8),
  "2020-12": dialect("2020-12", 9),
  "swagger-2.0": dialect("swagger-2.0", 4, { nullable: true, idKey: "$id" }),
  "openapi-3.0": dialect("openapi-3.0", 4, { nullable: true, idKey: "$id" }),
  // 3.1 is 2020-12; `nullable` lingers in many documents and is no keyword there.
  "openapi-3.1": dialect("openapi-3.1", 9),
};

export function dialectOf(draft: Draft): Dialect {
  return DIALECTS[draft];
}

/** The draft that `$schema` names, or undefined where it names none that we know. */
export function detectDraft(schema: Json): Draft | undefined {
  const uri = isRecord(schema) ? own(schema, "$schema") : undefined;
  if (typeof uri !== "string") return undefined;
  if (/draft\/2020-12\//.test(uri)) return "2020-12";
  if (/draft\/2019-09\//.test(uri)) return "2019-09";
  const old = /draft-0?([467])\//.exec(uri);
  if (old !== null) return `draft-0${old[1]}` as Draft;
  if (/spec\.openapis\.org\/oas\/3\.1\//.test(uri)) return "openapi-3.1";
  return undefined;
}

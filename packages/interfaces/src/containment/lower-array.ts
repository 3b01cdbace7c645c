/** Keywords of arrays. */
import type { Json } from "../kind.ts";
import * as f from "./formula.ts";
import type { Formula } from "./formula.ts";
import { own } from "./json.ts";
import type { JsonRecord } from "./json.ts";
import { itemSchemas } from "./item-schemas.ts";
import { counts } from "./lower-scalar.ts";
import type { Lowering } from "./lowering.ts";
import type { Located } from "./schemas.ts";

export function lowerArray(
  { arena }: Lowering,
  schema: JsonRecord,
  place: Located,
  at: (schema: Json) => Formula,
): Formula[] {
  const { prefix, rest } = itemSchemas(schema, place);
  const parts = prefix.map((item, index) => f.items(arena, "at", index, at(item)));
  if (rest !== undefined) parts.push(f.items(arena, "from", prefix.length, at(rest)));
  parts.push(...counts(arena, schema, "minItems", "maxItems", "minItems", "maxItems"));
  if (own(schema, "uniqueItems") === true) parts.push(f.atom(arena, { op: "unique" }));
  const contains = own(schema, "contains");
  if (contains !== undefined && place.dialect.level >= 6)
    parts.push(...lowerContains(arena, schema, place, at(contains)));
  return parts;
}

function lowerContains(arena: f.Arena, schema: JsonRecord, place: Located, item: Formula): Formula[] {
  const least = place.dialect.level >= 8 ? own(schema, "minContains") : undefined;
  const most = place.dialect.level >= 8 ? own(schema, "maxContains") : undefined;
  const parts = [f.items(arena, "atLeast", typeof least === "number" ? Math.ceil(least) : 1, item)];
  if (typeof most === "number") parts.push(f.items(arena, "atMost", Math.floor(most), item));
  return parts;
}

/** Which schema an item of an array answers to; the drafts spell it differently. */
import type { Json } from "../kind.ts";
import { isList, own } from "./json.ts";
import type { JsonRecord } from "./json.ts";
import type { Located } from "./schemas.ts";

/** The schemas of the first items, and of all that follow. */
export function itemSchemas(
  schema: JsonRecord,
  place: Located,
): { readonly prefix: readonly Json[]; readonly rest: Json | undefined } {
  const items = own(schema, "items");
  if (place.dialect.prefixItems) {
    const prefix = own(schema, "prefixItems");
    return { prefix: isList(prefix) ? prefix : [], rest: isList(items) ? undefined : items };
  }
  return isList(items) ? { prefix: items, rest: own(schema, "additionalItems") } : { prefix: [], rest: items };
}

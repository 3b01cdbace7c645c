/** References of one schema: `$ref`, and the dynamic ones as far as they are in truth static. */
import { isRecord, own } from "./json.ts";
import type { JsonRecord } from "./json.ts";
import { resolveReference } from "./schemas.ts";
import type { Located, Schemas } from "./schemas.ts";

/** Each reference that the schema makes, with its target; a target is undefined where it is unknown. */
export function referencesOf(
  schemas: Schemas,
  schema: JsonRecord,
  place: Located,
): readonly { readonly text: string; readonly target: Located | undefined }[] {
  const found = [];
  const plain = own(schema, "$ref");
  if (typeof plain === "string") found.push({ text: plain, target: resolveReference(schemas, plain, place) });
  const dynamic = place.dialect.level >= 9 ? own(schema, "$dynamicRef") : undefined;
  if (typeof dynamic === "string") found.push({ text: dynamic, target: dynamicTarget(schemas, dynamic, place) });
  const recursive = place.dialect.level === 8 ? own(schema, "$recursiveRef") : undefined;
  if (recursive === "#") found.push({ text: "#", target: recursiveTarget(schemas, place) });
  return found;
}

/** Where several schemas carry the anchor, the target depends on the way that evaluation came: unknown. */
function dynamicTarget(schemas: Schemas, reference: string, place: Located): Located | undefined {
  const target = resolveReference(schemas, reference, place);
  const anchor = reference.slice(reference.indexOf("#") + 1);
  if (!isRecord(target?.schema) || own(target.schema, "$dynamicAnchor") !== anchor) return target;
  return (schemas.dynamicAnchors.get(anchor) ?? []).length > 1 ? undefined : target;
}

function recursiveTarget(schemas: Schemas, place: Located): Located | undefined {
  const target = resolveReference(schemas, "#", place);
  if (!isRecord(target?.schema) || own(target.schema, "$recursiveAnchor") !== true) return target;
  return (schemas.dynamicAnchors.get("") ?? []).length > 1 ? undefined : target;
}

/** In older drafts nothing beside `$ref` counts. */
export function isOnlyReference(schema: JsonRecord, place: Located): boolean {
  return !place.dialect.refSiblings && typeof own(schema, "$ref") === "string";
}

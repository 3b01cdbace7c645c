/** Two revisions of schema documents: what writers may no longer write, what readers must newly expect. */
import { compareLocated, openComparison } from "../../containment/index.ts";
import type { Containment, SchemaRef } from "../../containment/index.ts";
import type { Draft } from "../../containment/dialect.ts";
import { closureName } from "../../containment/lowering.ts";
import { isRecord, own } from "../../containment/json.ts";
import { addDocument, locate, openSchemas } from "../../containment/schemas.ts";
import type { Change, ChangeClass, Json, ShapedElement } from "../../kind.ts";

/**
 * Who meets the values of a schema. Writers (of a configuration, of a request) break when it narrows,
 * readers (of an output, of a file that others write) when it widens.
 */
export type Audience = "writers" | "readers" | "both";

export function compareSchemas(
  before: readonly ShapedElement[],
  after: readonly ShapedElement[],
  audience: Audience,
): readonly Change[] {
  const young = new Map(after.map((element) => [element.id, element]));
  const old = new Set(before.map((element) => element.id));
  const changes: Change[] = [];
  for (const element of before) {
    const other = young.get(element.id);
    if (other === undefined) changes.push(removed(element));
    else if (other.shape !== element.shape) changes.push(...compareDocument(element, other, audience));
  }
  for (const element of after) if (!old.has(element.id)) changes.push(added(element));
  return changes;
}

function removed(old: ShapedElement): Change {
  return {
    rule: "json-schema/removed",
    class: "breaking",
    effect: "removed",
    element: old.id,
    message: `the schema ${old.name} is gone`,
    old,
    aspects: ["writers", "readers"],
  };
}

function added(young: ShapedElement): Change {
  return {
    rule: "json-schema/added",
    class: "compatible",
    effect: "added",
    element: young.id,
    message: `the schema ${young.name} is new`,
    new: young,
  };
}

function compareDocument(old: ShapedElement, young: ShapedElement, audience: Audience): Change[] {
  if (old.structure === undefined || young.structure === undefined) {
    return [change(old, young, "shape-unknown", "unknown", "its shape is not known", undefined, undefined)];
  }
  const [left, right] = [open(old.structure), open(young.structure)];
  if (closureName(left.schemas, left.place) === closureName(right.schemas, right.place)) {
    return [change(old, young, "annotations-changed", "compatible", "only remarks changed", undefined, undefined)];
  }
  const comparison = openComparison();
  const changes: Change[] = [];
  if (audience !== "readers") changes.push(...judged(old, young, "writers", compareLocated(comparison, left, right)));
  if (audience !== "writers") changes.push(...judged(old, young, "readers", compareLocated(comparison, right, left)));
  return changes.length > 0
    ? changes
    : [change(old, young, "changed", "compatible", "accepts all that it must", undefined, undefined)];
}

function judged(
  old: ShapedElement,
  young: ShapedElement,
  aspect: "writers" | "readers",
  answer: Containment,
): Change[] {
  if (answer.kind === "yes") return [];
  const rule = aspect === "writers" ? "narrowed" : "widened";
  if (answer.kind === "unknown") {
    return [
      change(
        old,
        young,
        `${rule}-unknown`,
        "unknown",
        `it is not known whether it ${rule}: ${answer.reason}`,
        aspect,
        undefined,
      ),
    ];
  }
  const text = JSON.stringify(answer.witness);
  const effect = aspect === "writers" ? "no longer accepts" : "newly accepts";
  return [
    change(
      old,
      young,
      rule,
      "breaking",
      `${effect} ${text.length > 120 ? `${text.slice(0, 117)}…` : text}`,
      aspect,
      answer.witness,
    ),
  ];
}

function change(
  old: ShapedElement,
  young: ShapedElement,
  rule: string,
  kind: ChangeClass,
  message: string,
  aspect: string | undefined,
  witness: Json | undefined,
): Change {
  return {
    rule: `json-schema/${rule}`,
    class: kind,
    effect: "changed",
    element: old.id,
    message: `${old.name}: ${message}`,
    old,
    new: young,
    ...(aspect === undefined ? {} : { aspects: [aspect] }),
    ...(witness === undefined ? {} : { witness }),
  };
}

function open(structure: Json): SchemaRef {
  const record = isRecord(structure) ? structure : {};
  const schemas = openSchemas();
  const root = own(record, "root") ?? true;
  const document = { definitions: own(record, "definitions") ?? {}, root };
  const located = addDocument(schemas, "", document, own(record, "draft") as Draft);
  return { schemas, place: locate(schemas, root, located) };
}

/** What a comparison of two operations carries along, and how it reports. */
import type { Comparison, Containment, SchemaRef } from "../../containment/index.ts";
import { compareLocated, openComparison } from "../../containment/index.ts";
import { closureName } from "../../containment/lowering.ts";
import { addDocument, locate, openSchemas } from "../../containment/schemas.ts";
import type { Located, Schemas } from "../../containment/schemas.ts";
import type { Draft } from "../../containment/dialect.ts";
import type { Change, ChangeClass, Json, ShapedElement } from "../../kind.ts";
import type { Structure } from "./structure.ts";

export interface Side {
  readonly schemas: Schemas;
  readonly root: Located;
}

export interface Judge {
  readonly comparison: Comparison;
  /** `oneOf` read without exclusion. */
  readonly loose: Comparison;
  readonly before: Side;
  readonly after: Side;
  /** Equal for schemas that are equal with all they refer to. */
  readonly nameOf: (schema: SchemaRef) => string;
}

export function openJudge(before: readonly ShapedElement[], after: readonly ShapedElement[]): Judge {
  return {
    comparison: openComparison(),
    loose: openComparison({ oneOf: "any" }),
    before: sideOf(before),
    after: sideOf(after),
    nameOf: ({ schemas, place }) => closureName(schemas, place),
  };
}

function sideOf(elements: readonly ShapedElement[]): Side {
  const structures = elements.flatMap((element) =>
    element.structure === undefined ? [] : [element.structure as unknown as Structure],
  );
  const definitions: { [name: string]: Json } = Object.create(null) as { [name: string]: Json };
  let draft: Draft = "openapi-3.1";
  for (const structure of structures) {
    if (structure.type === "definition") definitions[structure.name] = structure.schema;
    if (structure.type === "operation") draft = structure.draft as Draft;
  }
  const schemas = openSchemas();
  return { schemas, root: addDocument(schemas, "", { definitions: { ...definitions } }, draft) };
}

export function schemaAt(side: Side, schema: Json): SchemaRef {
  return { schemas: side.schemas, place: locate(side.schemas, schema, side.root) };
}

/** Whose values the schema describes: of what is sent to the API, or of what it sends. */
export type Direction = "request" | "response";

/** Whether what was right before still is: requests must still be taken, responses be no more than was promised. */
export function stillHolds(judge: Judge, before: Json, after: Json, direction: Direction): Containment {
  const old = schemaAt(judge.before, before);
  const young = schemaAt(judge.after, after);
  const [sub, sup] = direction === "request" ? [old, young] : [young, old];
  const exact = compareLocated(judge.comparison, sub, sup, direction);
  if (exact.kind !== "no") return exact;
  // Variants of open objects overlap all the time without anybody minding.
  const loose = compareLocated(judge.loose, sub, sup, direction);
  return loose.kind === "yes"
    ? { kind: "unknown", reason: "it depends on whether variants of oneOf may overlap" }
    : exact;
}

/** Reports changes of one element. */
export interface Report {
  /** In front of every rule; `openapi` where it is left out. */
  readonly kind?: string;
  readonly changes: Change[];
  readonly old: ShapedElement;
  readonly young: ShapedElement;
}

export function report(
  { kind: prefix = "openapi", changes, old, young }: Report,
  rule: string,
  kind: ChangeClass,
  message: string,
  witness?: Json,
): void {
  changes.push({
    rule: `${prefix}/${rule}`,
    class: kind,
    effect: "changed",
    element: old.id,
    message: `${old.name}: ${message}`,
    old,
    new: young,
    ...(witness === undefined ? {} : { witness }),
  });
}

/** The formats as JSON Schema 2020-12, for editors and for programs in other languages. */
import * as z from "zod";
import { affectedSchema } from "./affected.ts";
import { assessmentSchema } from "./assessment.ts";
import { charterSchema } from "./charter.ts";
import { diffSchema } from "./diff.ts";
import { interfaceSchema } from "./element.ts";
import { evidenceSchema } from "./evidence.ts";
import { importedFactsSchema } from "./facts/imported.ts";
import { findSchema } from "./find.ts";
import { nextSchema } from "./next.ts";
import { snapshotSchema } from "./snapshot.ts";
import { standardSchema } from "./standard.ts";
import { startSchema } from "./start.ts";

/** File name -> JSON Schema of every published format. */
export function jsonSchemas(): Readonly<Record<string, unknown>> {
  return {
    "product.schema.json": schema(charterSchema, "Freehold charter (product.yaml)"),
    "snapshot.schema.json": schema(snapshotSchema, "Freehold snapshot"),
    "evidence.schema.json": schema(evidenceSchema, "Freehold evidence"),
    "interface.schema.json": schema(interfaceSchema, "Freehold interface elements"),
    "diff.schema.json": schema(diffSchema, "Freehold diff of interfaces"),
    "start.schema.json": schema(startSchema, "Freehold start: how a product begins"),
    "next.schema.json": schema(nextSchema, "Freehold next: the steps that make a product better"),
    "find.schema.json": schema(findSchema, "Freehold find: what is probably somebody's"),
    "imported.schema.json": schema(importedFactsSchema, "Freehold imported facts: what code hosts know"),
    "assessment.schema.json": schema(assessmentSchema, "Freehold assessment of products"),
    "standard.schema.json": schema(standardSchema, "Freehold standard (freehold-standard.yaml)"),
    "affected.schema.json": schema(affectedSchema, "Freehold affected products"),
  };
}

function schema(type: z.ZodType, title: string): unknown {
  return { title, ...z.toJSONSchema(type, { target: "draft-2020-12", io: "input" }) };
}

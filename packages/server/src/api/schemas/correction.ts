/** Corrections as they are sent and shown. */
import { ownerRefSchema, productKindSchema, productRefSchema, stageSchema } from "@freehold/model";
import * as z from "zod";
import { name } from "./parameters.ts";

const MOST_TEXT = 5000;
const MOST_UNITS = 1000;
const count = z.int().nonnegative();

export const correctionBodySchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("accept") }).describe("It is a product"),
    z.strictObject({ kind: z.literal("dismiss") }).describe("It is none"),
    z.strictObject({ kind: z.literal("rename"), name: name.optional(), slug: name.optional() }),
    z.strictObject({
      kind: z.literal("edit"),
      mission: name.max(MOST_TEXT).optional(),
      stage: stageSchema.optional(),
      productKind: productKindSchema.optional(),
    }),
    z
      .strictObject({
        kind: z.literal("claim"),
        owner: ownerRefSchema.extend({ id: name, name }),
        expires: z.iso.date().optional().describe("The day on which it is asked again"),
      })
      .describe("Somebody owns it"),
    z.strictObject({ kind: z.literal("merge"), into: name.describe("Any name of the product that is left") }),
    z.strictObject({
      kind: z.literal("split"),
      name: name.describe("Of the new product"),
      units: z.array(name).min(1).max(MOST_UNITS).describe("Ids of the units that become it"),
    }),
  ])
  .meta({ id: "Correction" });

export const correctedSchema = z
  .object({
    correction: count.describe("By which it is taken back"),
    revision: count,
    made: z.string().optional().describe("Id of the product that a split made"),
  })
  .meta({ id: "Corrected" });

export const listedCorrectionSchema = z
  .object({
    key: count,
    kind: z.string(),
    product: productRefSchema.optional(),
    payload: z.unknown(),
    actor: z.string(),
    at: z.iso.datetime(),
    revision: count,
    undone: count.optional().describe("The revision that took it back"),
  })
  .meta({ id: "ListedCorrection" });

export const suggestionStateSchema = z.enum(["open", "adopted", "withdrawn"]);

export const suggestionSchema = z
  .object({
    key: count,
    correction: count,
    product: productRefSchema.optional(),
    field: z.string().describe("Field of the charter"),
    charter: z.unknown().describe("What the charter says"),
    proposed: z.unknown(),
    state: suggestionStateSchema,
    revision: count,
  })
  .meta({ id: "Suggestion" });

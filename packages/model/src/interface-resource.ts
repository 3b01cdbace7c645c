/** What the HTTP API answers about the boundary of one product: what it promises, beside what others use of it. */
import * as z from "zod";
import { elementSchema } from "./element.ts";
import { productRefSchema, violationRowSchema } from "./resources.ts";
import { consumeScopeSchema, symbolUseSchema, unitSchema } from "./unit.ts";

const count = z.int().nonnegative();
const uses = z.array(count).describe("Places in `uses`");

/** One name that one unit uses, with where; without a name it relies on the unit as a whole. */
export const interfaceUseSchema = symbolUseSchema
  .partial()
  .pick({ symbol: true, from: true })
  .extend({
    product: productRefSchema.optional().describe("Absent: its unit is part of no product"),
    unit: unitSchema.pick({ id: true, name: true, role: true, repository: true }),
    own: z.boolean().describe("It is part of the same product: nobody outside relies on it by this"),
    scope: consumeScopeSchema,
    uses: count,
    places: z
      .array(z.object({ path: z.string(), line: z.int().positive().optional() }))
      .describe("The first few; `uses` counts them all"),
  });

export const promisedElementSchema = elementSchema.omit({ shape: true }).extend({
  interface: z.string().describe("Kind of the interface that it belongs to"),
  shapeKnown: z.boolean().describe("Its shape is known, so that a change of it is seen"),
  useSeen: z.boolean().describe("Code names what it uses of its kind, so that its users can be told"),
  users: uses.describe("Places in `uses`: those that name it, or what it is a member of"),
  perhaps: uses.describe("Places in `uses`: those that take the whole module, and so may use it"),
});

export const interfaceUnitSchema = unitSchema
  .pick({ id: true, name: true, path: true, role: true, version: true, repository: true })
  .extend({
    state: z
      .enum(["read", "none", "not-read", "no-promise"])
      .describe("none: nothing that is understood; no-promise: examples and the like promise nothing"),
    elements: z.array(promisedElementSchema),
    whole: uses.describe("Places in `uses`: those that name nothing; any element may be theirs"),
    undeclared: uses.describe("Places in `uses`: names used that are no element"),
  });

export const productInterfaceSchema = z.object({
  product: productRefSchema,
  units: z.array(interfaceUnitSchema),
  uses: z.array(interfaceUseSchema),
  violations: z.array(violationRowSchema).describe("Boundaries of it that others do not keep"),
});

export type InterfaceUse = z.infer<typeof interfaceUseSchema>;
export type PromisedElement = z.infer<typeof promisedElementSchema>;
export type InterfaceUnit = z.infer<typeof interfaceUnitSchema>;
export type ProductInterface = z.infer<typeof productInterfaceSchema>;

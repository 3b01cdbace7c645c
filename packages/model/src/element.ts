/** An interface is a set of elements, each with a stable id and a hash of its shape. */
import * as z from "zod";
import { evidenceSchema } from "./evidence.ts";
import { identifierSchema } from "./identifier.ts";

export const stabilitySchema = z.enum(["stable", "beta", "internal", "deprecated"]).meta({ id: "Stability" });

export const elementSchema = z
  .object({
    id: z.string().describe("Stable in its interface: independent of file order, lines and formatting"),
    kind: z.string().describe("function, class, operation, field, message, input, …"),
    name: z.string(),
    signature: z.string().optional().describe("For people"),
    shape: z.string().optional().describe("Hash of what comparison looks at; absent: shape unknown"),
    stability: stabilitySchema,
    shows: z
      .array(z.string())
      .optional()
      .describe(
        "What its shape is made of: ids of other elements, `<module>#<name>` of other packages; `*` where that has to be inferred",
      ),
    of: z.string().optional().describe("Id of the element that this is another name of; its members are that one's"),
    doc: z.string().optional().describe("First line of its documentation"),
    evidence: evidenceSchema,
  })
  .meta({ id: "Element" });

export const interfaceSchema = z
  .object({
    id: identifierSchema,
    kind: z.string().describe("Interface kind: typescript, openapi, graphql, protobuf, cli, …"),
    elements: z.array(elementSchema),
  })
  .meta({ id: "Interface" });

export type Stability = z.infer<typeof stabilitySchema>;
export type Element = z.infer<typeof elementSchema>;
export type Interface = z.infer<typeof interfaceSchema>;

/** A unit is the smallest thing a manifest delimits: package, module, image, action, chart. */
import * as z from "zod";
import { interfaceSchema } from "./element.ts";
import { evidenceSchema } from "./evidence.ts";
import { identifierSchema } from "./identifier.ts";
import { ownershipSchema } from "./ownership.ts";

export const unitKindSchema = z
  .enum(["package", "module", "image", "service", "action", "workflow", "chart", "api", "submodule", "folder"])
  .meta({ id: "UnitKind" });

/** Only `source` units can be products; the others are shown and never proposed. */
export const unitRoleSchema = z
  .enum(["source", "example", "fixture", "test", "template", "vendored", "generated"])
  .meta({ id: "UnitRole" });

export const provideSchema = z
  .object({ id: identifierSchema, version: z.string().optional(), evidence: z.array(evidenceSchema) })
  .meta({ id: "Provide" });

export const consumeScopeSchema = z
  .enum(["runtime", "development", "peer", "optional", "build", "test"])
  .meta({ id: "ConsumeScope" });

/** Where one imported name is used; `from` is what the import is written to import from. */
export const symbolUseSchema = z
  .object({
    symbol: z.string().describe("As the exporter calls it; `*` for a whole module"),
    from: z.string().describe("The module, package or path that the import names"),
    uses: z.int().positive().describe("Number of imports"),
    places: z.array(z.object({ path: z.string(), line: z.int().positive() })).describe("The first few"),
  })
  .meta({ id: "SymbolUse" });

export const consumeSchema = z
  .object({
    id: identifierSchema,
    scope: consumeScopeSchema,
    range: z.string().optional().describe("Version range as the manifest writes it"),
    declared: z.boolean().describe("A manifest declares it"),
    imported: z.boolean().describe("Source code imports it"),
    optIn: z
      .boolean()
      .optional()
      .describe(
        "Only installed by whoever asks for it, such as an extra of Python, and nothing in the source needs it",
      ),
    typeOnly: z.boolean().optional().describe("Every import of it is of types only"),
    bypass: z.boolean().optional().describe("Some import goes past the declared entry"),
    symbols: z.array(z.string()).optional().describe("Names imported, sorted, where the language names them"),
    symbolUses: z.array(symbolUseSchema).optional().describe("Where each name is imported, for impact by element"),
    uses: z.int().nonnegative().optional().describe("Number of import statements"),
    evidence: z.array(evidenceSchema).describe("The first few places; `uses` counts them all"),
  })
  .meta({ id: "Consume" });

export const unitSchema = z
  .object({
    id: z.string().describe("Stable id; survives moves that git shows"),
    repository: z.string(),
    ecosystem: z.string().describe("Id of the ecosystem that found it: npm, go, cargo, …"),
    kind: unitKindSchema,
    role: unitRoleSchema,
    name: z.string(),
    path: z.string().describe("Its folder, `` for the root of the repository"),
    manifest: z.string().optional().describe("Path of the manifest that delimits it"),
    version: z.string().optional(),
    description: z.string().optional(),
    published: z.boolean().optional().describe("Meant to be published: not private, or deployable"),
    files: z.int().nonnegative().optional().describe("Files owned, those of nested units excluded"),
    bytes: z.int().nonnegative().optional(),
    languages: z.record(z.string(), z.int()).optional().describe("Bytes of source by language"),
    provides: z.array(provideSchema),
    consumes: z.array(consumeSchema),
    interfaces: z
      .array(interfaceSchema)
      .optional()
      .describe("What it promises; absent: interfaces were not read, empty: it has none that is understood"),
    ownership: ownershipSchema.optional(),
    evidence: z.array(evidenceSchema),
  })
  .meta({ id: "Unit" });

export type UnitKind = z.infer<typeof unitKindSchema>;
export type UnitRole = z.infer<typeof unitRoleSchema>;
export type Provide = z.infer<typeof provideSchema>;
export type ConsumeScope = z.infer<typeof consumeScopeSchema>;
export type SymbolUse = z.infer<typeof symbolUseSchema>;
export type Consume = z.infer<typeof consumeSchema>;
export type Unit = z.infer<typeof unitSchema>;

/**
 * What a written document says, as far as somebody who judges a product needs it: its outline, what it
 * links to, the code and the commands in it. The text itself stays in the repository.
 */
import * as z from "zod";

const line = z.int().positive();

export const placedTextSchema = z.object({ text: z.string(), line });

export const documentRoleSchema = z
  .enum([
    "readme",
    "installation",
    "contributing",
    "changelog",
    "conduct",
    "security",
    "support",
    "governance",
    "licence",
    "issue-template",
    "change-template",
    "decision",
    "guide",
  ])
  .meta({ id: "DocumentRole", description: "guide: any other document below a documentation folder" });

export const codeBlockSchema = z
  .object({
    language: z.string().describe("As the fence names it, in lower case; `` where it names none"),
    line,
    state: z.enum(["parses", "broken", "unknown"]).describe("unknown: no parser for it, or marked as an excerpt"),
    text: z.string().optional().describe("Its beginning, in a README alone"),
    message: z.string().optional().describe("What the parser said of a broken one"),
  })
  .meta({ id: "CodeBlock" });

export const linkSchema = z
  .object({ target: z.string(), line, text: z.string().optional() })
  .meta({ id: "DocumentLink" });

export const documentSchema = z
  .object({
    path: z.string(),
    role: documentRoleSchema,
    bytes: z.int().nonnegative(),
    words: z.int().nonnegative().describe("Words of prose, code left out"),
    title: placedTextSchema.optional(),
    lead: placedTextSchema.optional().describe("The first paragraph of prose"),
    headings: z.array(placedTextSchema.extend({ depth: z.int().min(1).max(6) })),
    code: z.array(codeBlockSchema),
    commands: z.array(placedTextSchema).describe("Lines of shell that it tells to type"),
    links: z.array(linkSchema).describe("To other places of the web"),
    inner: z.int().nonnegative().describe("Number of links within the repository"),
    dead: z.array(linkSchema).describe("Links within the repository to what is not there"),
    blanks: z.array(placedTextSchema).optional().describe("Places that a template left to be filled in"),
    limits: z
      .array(placedTextSchema)
      .optional()
      .describe("Sentences of a README that say of something what it does not do"),
    kin: placedTextSchema.optional().describe("Where a README says whose fork, port or replacement it is"),
    status: placedTextSchema.optional().describe("Of a record of a decision: proposed, accepted, …, in lower case"),
    commits: z.array(z.string()).optional().describe("Of a record of a decision: commits that it names"),
    releases: z
      .array(z.object({ version: z.string(), date: z.string().optional(), line }))
      .optional()
      .describe("Of a changelog: the versions that it describes, in its order"),
    spdx: z.array(z.string()).optional().describe("Of a licence: SPDX identifiers that its text says"),
  })
  .meta({ id: "Document" });

export type PlacedText = z.infer<typeof placedTextSchema>;
export type DocumentRole = z.infer<typeof documentRoleSchema>;
export type CodeBlock = z.infer<typeof codeBlockSchema>;
export type DocumentLink = z.infer<typeof linkSchema>;
export type Document = z.infer<typeof documentSchema>;

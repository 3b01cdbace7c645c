/**
 * What a repository shows of one product beyond its units: size, documents, releases, how it changes.
 * Gathered where the code is and carried by the snapshot, so that judging needs no repository.
 */
import * as z from "zod";
import { charterSchema } from "../charter.ts";
import { cleanCopySchema } from "./clean-copy.ts";
import { documentSchema } from "./document.ts";
import { halfDoneSchema, largeChangesSchema } from "./half-done.ts";
import { issueFactsSchema } from "./imported.ts";
import { releaseSchema } from "./release.ts";

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);

export const manifestFactsSchema = z
  .object({
    unit: z.string(),
    path: z.string(),
    scripts: z.record(z.string(), z.string()).optional().describe("Commands that the manifest names"),
    license: z.string().optional().describe("As the manifest writes it"),
    repository: z.string().optional(),
    homepage: z.string().optional(),
    issues: z.string().optional(),
    documentation: z.string().optional(),
    keywords: z.array(z.string()).optional(),
    engines: z.record(z.string(), z.string()).optional().describe("What it needs to run, by name"),
  })
  .meta({ id: "ManifestFacts" });

export const sizeFactsSchema = z
  .object({
    files: count,
    bytes: count,
    sourceFiles: count.describe("Files of a programming language, tests and examples left out"),
    sourceBytes: count,
    testFiles: count.describe("By their convention of name or folder"),
    exampleFiles: count,
    languages: z.record(z.string(), count).describe("Bytes of source by language, most first"),
    firstTest: z.string().optional().describe("Path of one test"),
    firstExample: z.string().optional(),
    largest: z.array(z.object({ path: z.string(), bytes: count })).describe("The largest source files, at most three"),
  })
  .meta({ id: "SizeFacts" });

export const releaseStepSchema = z
  .object({
    from: releaseSchema.pick({ version: true, tag: true }),
    to: releaseSchema.pick({ version: true, tag: true, commit: true }),
    required: z.enum(["none", "patch", "minor", "major"]).describe("What the changes of its interfaces need"),
    taken: z.enum(["none", "patch", "minor", "major"]).optional(),
    certain: z.boolean().describe("False: it rests on changes that nobody could judge"),
    honoured: z.boolean(),
    breaking: z.array(z.object({ element: z.string(), message: z.string() })).describe("The first few"),
    removed: count.describe("Elements that are gone"),
    announced: count.describe("Of those: deprecated in the release before"),
    unannounced: z.array(z.string()).describe("The first few that were not"),
  })
  .meta({ id: "ReleaseStep" });

export const quarterSchema = z.object({
  quarter: z.string().describe("`2026-Q3`"),
  commits: count,
  people: count,
});

export const historyFactsSchema = z
  .object({
    commits: count,
    people: count.describe("Machines left out"),
    firstCommit: z.iso.datetime(),
    lastCommit: z.iso.datetime(),
    lastShipped: z.iso
      .datetime()
      .optional()
      .describe("Last commit that changed more than documents, pipelines and the charter"),
    quarters: z.array(quarterSchema).describe("The last twelve, oldest first, those without commits left out"),
    recent: z
      .object({
        commits: count,
        people: count,
        counted: count.describe("Commits that say something of boundaries: no machines, releases and sweeps"),
        crossing: count.describe("Of those: that also changed a product neither around it nor in it"),
        parties: z
          .object({ median: z.number(), p90: z.number(), most: count })
          .describe(
            "Owners to a commit: its own, and those of other products that it changed whom the author is none of",
          ),
        outside: z.object({ commits: count, people: count }).describe("By people who are no owners of it"),
        together: z
          .array(z.object({ product: z.string(), commits: count }))
          .describe("Products changed in the same commits, most first"),
        example: z.string().optional().describe("The commit that needed most parties"),
      })
      .optional()
      .describe("The year before the revision; absent when nothing changed in it"),
    crossing: share.optional().describe("Share of all its commits that crossed its boundary"),
    growth: z
      .object({ added: count, deleted: count })
      .optional()
      .describe("Files added and removed in the year before the revision"),
  })
  .meta({ id: "HistoryFacts" });

/** A heading, or a document by its name. */
const topicSchema = z.object({ path: z.string(), line: z.int().positive(), text: z.string() });

/** Characters of a charter that a snapshot brings along. Those that people write have a tenth of it. */
export const CHARTER_TEXT_MAX = 20_000;

export const productFactsSchema = z
  .object({
    product: z.string(),
    charter: charterSchema.optional(),
    charterText: z
      .string()
      .max(CHARTER_TEXT_MAX)
      .optional()
      .describe("As it is written, which edits are patches of; absent of a longer one"),
    charterLines: z.record(z.string(), z.int().positive()).optional().describe("Lines of its fields"),
    charterUnmet: z
      .array(z.object({ at: z.array(z.union([z.string(), z.int()])), value: z.string() }))
      .optional()
      .describe("Paths and patterns in its charter that match no file: where in the charter, and what it says"),
    documents: z.array(documentSchema).describe("Its own: README, changelog, licence, …"),
    guides: z
      .object({
        count,
        decisions: count.describe("Records of decisions among them"),
        records: z.array(topicSchema).optional().describe("The first few of those"),
        open: z
          .array(
            z.object({
              path: z.string(),
              line: z.int().positive(),
              status: z.string(),
              changedAt: z.iso.datetime().optional(),
            }),
          )
          .optional()
          .describe("Records of decisions that are not taken yet, those still longest first"),
        words: count,
        dead: z.array(z.object({ path: z.string(), target: z.string(), line: z.int().positive() })),
        broken: z.array(
          z.object({ path: z.string(), language: z.string(), line: z.int().positive(), message: z.string() }),
        ),
        deadCount: count,
        brokenCount: count,
        inner: count,
        codeChecked: count,
        paths: z.array(z.string()).describe("The first few"),
        comparing: z.array(topicSchema).describe("Where they compare it with others"),
        reasoning: z.array(topicSchema).describe("Where they say why it is built as it is"),
      })
      .optional()
      .describe("Its other documents in sum"),
    manifests: z.array(manifestFactsSchema),
    size: sizeFactsSchema,
    releases: z.array(releaseSchema).describe("Newest first; empty where `tags` names them"),
    tags: z
      .object({ repository: z.string(), names: z.array(z.string()) })
      .optional()
      .describe(
        "Its releases, newest first, by tag: what each is stands once, in `releases` of the repository's facts",
      ),
    releaseCount: count,
    releaseSteps: z
      .array(releaseStepSchema)
      .optional()
      .describe("Interfaces of consecutive releases compared, newest first; absent: nobody asked for it"),
    firstStable: releaseSchema.optional().describe("The first release with a major version above zero"),
    history: historyFactsSchema.optional(),
    halfDone: halfDoneSchema.optional().describe("Absent in older snapshots"),
    largeChanges: largeChangesSchema.optional().describe("Absent: the history was not read"),
    cleanCopy: cleanCopySchema.optional().describe("Absent: nobody asked for it (`freehold assess --clean-copy`)"),
    issues: issueFactsSchema.optional().describe("Imported: of this product alone; else see those of its repository"),
  })
  .meta({ id: "ProductFacts" });

export type ManifestFacts = z.infer<typeof manifestFactsSchema>;
export type SizeFacts = z.infer<typeof sizeFactsSchema>;
export type ReleaseStep = z.infer<typeof releaseStepSchema>;
export type HistoryFacts = z.infer<typeof historyFactsSchema>;
export type ProductFacts = z.infer<typeof productFactsSchema>;

/** Work that is not finished, as far as the files themselves say so. */
import * as z from "zod";

const count = z.int().nonnegative();
const placeSchema = z.object({ path: z.string(), line: z.int().positive(), text: z.string() });

export const halfDoneSchema = z
  .object({
    testsOff: z
      .object({
        count: count.describe("Tests, or groups of them, that are switched off without a condition"),
        left: count.optional().describe("Of those: that were three months ago; absent where that is not known"),
        places: z.array(placeSchema).describe("The first few, of those left alone where there are any"),
      })
      .describe("Seen in JavaScript, TypeScript, Python, Go, Rust, Java, Kotlin, Scala, C#, Ruby and Elixir"),
    notes: z
      .object({
        since: z.iso.datetime().describe("Of the commit three months before the revision that it is compared with"),
        commit: z.string(),
        added: count,
        removed: count,
        places: z.array(placeSchema).describe("The first few that were added"),
      })
      .optional()
      .describe("Comments that say what is left to do (TODO, FIXME, HACK, XXX); absent: there is no such commit"),
  })
  .meta({ id: "HalfDoneFacts" });

export const largeChangesSchema = z
  .object({
    count: count.describe("Changes of the last year that added 10 files or 1,000 lines of source"),
    silentCount: count.describe("Of those: neither message, document nor record of a decision says why"),
    silent: z
      .array(
        z.object({
          commit: z.string(),
          committedAt: z.iso.datetime(),
          subject: z.string(),
          files: z.int(),
          lines: z.int().describe("Added less removed, where lines were counted"),
        }),
      )
      .describe("The newest few"),
  })
  .meta({ id: "LargeChangesFacts" });

export type HalfDoneFacts = z.infer<typeof halfDoneSchema>;
export type LargeChangesFacts = z.infer<typeof largeChangesSchema>;

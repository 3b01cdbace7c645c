/** Where the walk through a source's list is: kept after every page, so that another worker goes on from there. */
import * as z from "zod";

const walkSchema = z.object({
  /** Of the source that the walk is for. */
  version: z.int().optional(),
  /** When the walk began (milliseconds); absent: none is under way. */
  pass: z.number().optional(),
  /** The page that comes next; absent: the first. */
  page: z.string().optional(),
  /** By page: what to ask with, so that a page that is as it was costs nothing, and the page after it. */
  tags: z.record(z.string(), z.object({ tag: z.string(), next: z.string().optional() })).default({}),
  error: z
    .object({ code: z.string(), message: z.string(), hint: z.string().optional(), at: z.string().optional() })
    .optional(),
});

export type Walk = z.output<typeof walkSchema>;

/** What an earlier version noted otherwise is forgotten: the walk begins anew. */
export function readWalk(state: unknown): Walk {
  const parsed = walkSchema.safeParse(state ?? {});
  return parsed.success ? parsed.data : { tags: {} };
}

/** A version that somebody tagged. */
import * as z from "zod";

export const releaseSchema = z
  .object({
    version: z.string(),
    tag: z.string(),
    commit: z.string(),
    releasedAt: z.iso.datetime(),
  })
  .meta({ id: "Release" });

export type Release = z.infer<typeof releaseSchema>;

/** What happened when somebody had a product installed, built and tested in a copy of its own folder. */
import * as z from "zod";

export const cleanCopyStepSchema = z
  .object({
    step: z.enum(["installs", "builds", "tests"]),
    folder: z.string().describe("Of the repository, `` for its root"),
    manager: z.string().optional().describe("npm, pnpm, yarn, go, cargo, pip, …; absent where none is known"),
    result: z.enum(["passed", "failed", "not-applicable", "unknown"]),
    detail: z.string(),
    command: z.string().optional().describe("What was run"),
    seconds: z.number().nonnegative().optional(),
    network: z.enum(["on", "off"]).optional().describe("While it ran"),
    tail: z.string().optional().describe("The end of what it wrote"),
  })
  .meta({ id: "CleanCopyStep" });

export const cleanCopySchema = z
  .object({
    ranAt: z.iso.datetime(),
    revision: z.string().optional(),
    files: z.int().nonnegative().describe("Copied"),
    network: z.string().describe("Whether it could be switched off to build and to test, and why not"),
    steps: z.array(cleanCopyStepSchema),
  })
  .meta({ id: "CleanCopy" });

export type CleanCopyStep = z.infer<typeof cleanCopyStepSchema>;
export type CleanCopy = z.infer<typeof cleanCopySchema>;

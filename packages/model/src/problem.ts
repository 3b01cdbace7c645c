/** A problem is expected trouble as data: what is wrong, where, and what would be right. */
import * as z from "zod";

export const problemSchema = z
  .object({
    code: z.string().describe("Stable code, `<area>/<problem>`, such as `npm/invalid-json`"),
    severity: z.enum(["error", "warning", "info"]),
    message: z.string().describe("What is wrong; quotes the input"),
    hint: z.string().optional().describe("What would be right, or what to do"),
    repository: z.string().optional(),
    path: z.string().optional(),
    line: z.int().positive().optional(),
    column: z.int().positive().optional(),
    subject: z.string().optional().describe("Id of the unit, product or person it is about"),
  })
  .meta({ id: "Problem" });

export type Problem = z.infer<typeof problemSchema>;

/** `path:line:column: severity: message`, with the hint on its own line; the form that editors recognise. */
export function formatProblem(problem: Problem): string {
  const place = [problem.path, problem.line, problem.column].filter((part) => part !== undefined).join(":");
  const head = `${place === "" ? "" : `${place}: `}${problem.severity}: ${problem.message} [${problem.code}]`;
  return problem.hint === undefined ? head : `${head}\n  ${problem.hint}`;
}

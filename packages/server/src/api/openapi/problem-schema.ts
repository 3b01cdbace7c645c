/** Problem details (RFC 9457) as every error has them. */
import * as z from "zod";

export const problemSchema = z
  .looseObject({
    type: z.string().describe("Address of the page that says what to do; stable, to compare with"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z
      .array(
        z.object({
          in: z.enum(["path", "query", "body", "header"]).optional(),
          pointer: z.string().describe("JSON pointer (RFC 6901) into that part"),
          detail: z.string(),
          code: z.string().optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: "ProblemDetails" });

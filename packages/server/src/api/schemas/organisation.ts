import * as z from "zod";

export const organisationSchema = z
  .object({ id: z.string(), name: z.string(), revision: z.int().nonnegative().describe("Number of its newest change") })
  .meta({ id: "Organisation" });

import * as z from "zod";
import { pageOptions } from "../page-options.ts";
import { defineRoute } from "../route.ts";
import { listedFindingSchema, ruleCountSchema } from "../schemas/finding.ts";
import { pageOf } from "../schemas/page.ts";
import { name, pageQuery, several } from "../schemas/parameters.ts";

const query = pageQuery.extend({
  kind: z.enum(["violation", "problem"]).optional().describe("Default: both, violations first"),
  rules: several(z.string().max(100)).optional().describe("Rules of violations, severities of problems"),
  q: name.optional().describe("Words that its texts hold, in any order"),
});

export const listFindingsRoute = defineRoute({
  method: "GET",
  path: "/api/v1/findings",
  operation: "listFindings",
  tag: "Products",
  summary: "Boundaries that are not kept, and what could not be read, of the whole portfolio",
  right: "read",
  query,
  answer: pageOf(listedFindingSchema).extend({
    total: z.int().nonnegative().optional().describe("All that match; absent where words are looked for"),
    rules: z.array(ruleCountSchema).describe("How many there are of each in all"),
  }),
  async handle({ organisation, query: { kind, rules, q, ...page } }) {
    const found = await organisation.allFindings({
      ...pageOptions(page),
      ...(kind === undefined ? {} : { kind }),
      ...(rules === undefined ? {} : { rules }),
      ...(q === undefined ? {} : { text: q }),
    });
    return { value: found };
  },
});

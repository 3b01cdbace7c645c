import { PERSON_SHOWS, PERSON_SORTS } from "@freehold/store";
import * as z from "zod";
import { iso } from "../iso.ts";
import { pageOptions } from "../page-options.ts";
import { defineRoute } from "../route.ts";
import { countedPageOf } from "../schemas/page.ts";
import { flag, name, pageQuery } from "../schemas/parameters.ts";
import { listedPersonSchema } from "../schemas/person.ts";

const query = pageQuery.extend({
  show: z
    .enum(PERSON_SHOWS)
    .optional()
    .describe("owners: own something; without: people of the histories who own nothing; default: all"),
  q: name.optional().describe("Words that name, id or logins hold"),
  sort: z.enum(PERSON_SORTS).optional().describe("Default: id"),
  descending: flag.optional(),
});

export const listPeopleRoute = defineRoute({
  method: "GET",
  path: "/api/v1/people",
  operation: "listPeople",
  tag: "People",
  summary: "People and groups with what they hold; machines that own nothing are left out",
  right: "read",
  query,
  answer: countedPageOf(listedPersonSchema),
  async handle({ organisation, query: { show, q, sort, descending, ...page } }) {
    const found = await organisation.people({
      ...pageOptions(page),
      ...(show === undefined ? {} : { show }),
      ...(q === undefined ? {} : { text: q }),
      ...(sort === undefined ? {} : { sort }),
      ...(descending === undefined ? {} : { descending }),
    });
    const items = found.items.map(({ lastCommit, ...person }) =>
      lastCommit === undefined ? person : { ...person, lastCommit: iso(lastCommit) },
    );
    return { value: { ...found, items } };
  },
});

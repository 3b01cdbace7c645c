import { pageOptions } from "../page-options.ts";
import { defineRoute } from "../route.ts";
import { countedPageOf } from "../schemas/page.ts";
import { pageQuery } from "../schemas/parameters.ts";
import { listedPersonSchema } from "../schemas/person.ts";
import { iso } from "../iso.ts";

export const listPeopleRoute = defineRoute({
  method: "GET",
  path: "/api/v1/people",
  operation: "listPeople",
  tag: "People",
  summary: "People whom histories name, by id; machines are marked as such",
  right: "read",
  query: pageQuery,
  answer: countedPageOf(listedPersonSchema),
  async handle({ organisation, query }) {
    const page = await organisation.people(pageOptions(query));
    const items = page.items.map(({ lastCommit, ...person }) =>
      lastCommit === undefined ? person : { ...person, lastCommit: iso(lastCommit) },
    );
    return { value: { ...page, items } };
  },
});

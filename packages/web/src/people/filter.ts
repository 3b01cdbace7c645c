/** Which owners a page shows. */
import type { PeopleQuery } from "../api/queries.ts";

export interface PeopleSearch {
  readonly q?: string;
  readonly show?: string;
  readonly sort?: string;
}

export type Show = NonNullable<PeopleQuery["show"]>;

export const SHOWS: readonly { readonly id: Show; readonly name: string }[] = [
  { id: "owners", name: "Owners" },
  { id: "without", name: "Without a product" },
  { id: "groups", name: "Groups" },
  { id: "all", name: "All" },
];

export function showOf(search: PeopleSearch): Show {
  return SHOWS.find(({ id }) => id === search.show)?.id ?? "owners";
}

export function filterOf(search: PeopleSearch): Pick<PeopleQuery, "show" | "q"> {
  const q = search.q?.trim() ?? "";
  return { show: showOf(search), ...(q === "" ? {} : { q }) };
}

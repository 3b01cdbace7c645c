/** Which owners a page shows. */
import type { OwnerRow } from "@freehold/model";

export interface PeopleSearch {
  readonly q?: string;
  readonly show?: string;
  readonly sort?: string;
}

export type Show = "owners" | "without" | "groups" | "all";

export const SHOWS: readonly {
  readonly id: Show;
  readonly name: string;
  readonly holds: (row: OwnerRow) => boolean;
}[] = [
  { id: "owners", name: "Owners", holds: ({ owns }) => owns.length > 0 },
  {
    id: "without",
    name: "Without a product",
    holds: ({ owns, kind, bot }) => owns.length === 0 && kind === "person" && bot !== true,
  },
  { id: "groups", name: "Groups", holds: ({ kind }) => kind === "group" },
  { id: "all", name: "All", holds: () => true },
];

export function showOf(search: PeopleSearch): Show {
  return SHOWS.find(({ id }) => id === search.show)?.id ?? "owners";
}

export function filterPeople(rows: readonly OwnerRow[], search: PeopleSearch): readonly OwnerRow[] {
  const shown = SHOWS.find(({ id }) => id === showOf(search));
  const words = (search.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (shown?.holds(row) === false) return false;
    if (words.length === 0) return true;
    const text = [row.name, row.id, ...(row.logins ?? []), ...row.owns.map(({ name }) => name)]
      .join("\n")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

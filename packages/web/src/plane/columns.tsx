/** The plane as a table. */
import { Link } from "@tanstack/react-router";
import type { ListedProduct, ProductsSort } from "../api/queries.ts";
import { ACTIONS, formatScore } from "../assessment/words.ts";
import type { Column, Sort } from "../table/column.ts";

export const DEFAULT_SORT: Sort = { id: "score", descending: false };

export const planeColumns: readonly Column<ListedProduct>[] = [
  {
    id: "name",
    header: "Product",
    width: "minmax(0, 1.6fr)",
    sortable: true,
    cell: ({ slug, name }) => (
      <Link to="/products/$slug" params={{ slug }} search={{ tab: "characteristics" }} className="row-link">
        {name}
      </Link>
    ),
  },
  share("value", "Value", "Who relies on it and uses it, on a scale to 100", ({ assessment }) => assessment?.value),
  share(
    "simplicity",
    "Simplicity",
    "How little there is to know, on a scale to 100",
    ({ assessment }) => assessment?.simplicity,
  ),
  share("score", "Score", "Geometric mean of value and simplicity: neither stands in for the other", scoreOf),
  {
    id: "action",
    header: "This quarter",
    hint: "What to do, by where it lies on the plane",
    width: "8.5rem",
    cell: ({ assessment }) =>
      assessment === undefined ? null : (
        <span title={ACTIONS[assessment.action].meaning}>{ACTIONS[assessment.action].label}</span>
      ),
  },
];

function share(
  id: string,
  header: string,
  hint: string,
  value: (row: ListedProduct) => number | undefined,
): Column<ListedProduct> {
  return {
    id,
    header,
    hint,
    width: "5.2rem",
    number: true,
    ...(id === "score" ? {} : { from: "medium" }),
    sortable: true,
    cell: (row) => formatScore(value(row)),
  };
}

function scoreOf({ assessment }: ListedProduct): number | undefined {
  const { value, simplicity } = assessment ?? {};
  return value === undefined || simplicity === undefined ? undefined : Math.sqrt(value * simplicity);
}

/** In the words of the API: the score of this page is that of the plane. */
export function sortOf({ id, descending }: Sort): ProductsSort {
  return { sort: SORTS[id] ?? "plane", descending };
}

const SORTS: Readonly<Record<string, ProductsSort["sort"]>> = {
  name: "name",
  value: "value",
  simplicity: "simplicity",
  score: "plane",
};

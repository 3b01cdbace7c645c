/** The plane as a table. */
import type { AssessmentRow } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { ACTIONS, formatScore } from "../assessment/words.ts";
import type { Column, Sort } from "../table/column.ts";

export const DEFAULT_SORT: Sort = { id: "score", descending: false };

export const planeColumns: readonly Column<AssessmentRow>[] = [
  {
    id: "name",
    header: "Product",
    width: "minmax(0, 1.6fr)",
    value: ({ name }) => name,
    cell: ({ slug, name }) => (
      <Link to="/products/$slug" params={{ slug }} search={{ tab: "characteristics" }} className="row-link">
        {name}
      </Link>
    ),
  },
  share("value", "Value", "Who relies on it and uses it, on a scale to 100", ({ value }) => value),
  share("simplicity", "Simplicity", "How little there is to know, on a scale to 100", ({ simplicity }) => simplicity),
  share("score", "Score", "Geometric mean of value and simplicity: neither stands in for the other", scoreOf),
  {
    id: "action",
    header: "This quarter",
    hint: "What to do, by where it lies on the plane",
    width: "7rem",
    value: ({ action }) => action,
    cell: ({ action }) => <span title={ACTIONS[action].meaning}>{ACTIONS[action].label}</span>,
  },
];

function share(
  id: string,
  header: string,
  hint: string,
  value: (row: AssessmentRow) => number | undefined,
): Column<AssessmentRow> {
  return {
    id,
    header,
    hint,
    width: "5.2rem",
    number: true,
    ...(id === "score" ? {} : { from: "medium" }),
    value,
    cell: (row) => formatScore(value(row)),
  };
}

function scoreOf({ value, simplicity }: AssessmentRow): number | undefined {
  return value === undefined || simplicity === undefined ? undefined : Math.sqrt(value * simplicity);
}

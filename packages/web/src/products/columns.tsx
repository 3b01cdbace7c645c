/** The columns of the table of products. */
import { Link } from "@tanstack/react-router";
import type { ListedProduct, ProductsSort } from "../api/queries.ts";
import { formatCount } from "../format/format.ts";
import { KINDS, PROVENANCES } from "../format/words.ts";
import type { Column, Sort } from "../table/column.ts";
import type { Width } from "../table/use-width.ts";
import { ScoreCell, StageCell, SteadyCell } from "./assessment-cells.tsx";
import { OwnerCell } from "./owner-cell.tsx";
import { FindingsCell } from "./findings-cell.tsx";

export const DEFAULT_SORT: Sort = { id: "reach", descending: true };

export const productColumns: readonly Column<ListedProduct>[] = [
  {
    id: "name",
    header: "Product",
    width: "minmax(0, 2.4fr)",
    sortable: true,
    cell: (row) => <Name row={row} />,
  },
  {
    id: "kind",
    header: "Kind",
    width: "7.2rem",
    from: "medium",
    cell: (row) => <Kind row={row} />,
  },
  {
    id: "owner",
    header: "Owner",
    hint: "Who owns it, and how sure that is",
    width: "minmax(0, 1.5fr)",
    sortable: true,
    cell: (row) => <OwnerCell row={row} />,
  },
  {
    id: "score",
    header: "Score",
    hint: "Of 100, by its characteristics; the second figure is what it would be if all that is unknown passed",
    width: "4.6rem",
    number: true,
    from: "medium",
    sortable: true,
    cell: (row) => <ScoreCell row={row} />,
  },
  {
    id: "stage",
    header: "Stage",
    hint: "As declared, else as observed",
    width: "6.4rem",
    from: "wide",
    cell: (row) => <StageCell row={row} />,
  },
  {
    id: "steady",
    header: "Steady",
    hint: "It can be put down, and picked up by somebody new at any time",
    width: "5rem",
    from: "wide",
    cell: (row) => <SteadyCell row={row} />,
  },
  figure("provides", "Provides", "Identifiers that it offers to others", (row) => row.provides, "widest"),
  figure("dependencies", "Relies on", "Products that it relies on directly", (row) => row.dependencies, "widest"),
  figure("dependents", "Relied on by", "Products that rely on it directly", (row) => row.dependents, "medium", "6rem"),
  figure(
    "reach",
    "Reach",
    "Products that rely on it, directly or through others",
    (row) => row.reach,
    "narrow",
    "4.6rem",
  ),
  {
    id: "findings",
    header: "Findings",
    hint: "Boundary violations, problems, and questions about its owner",
    width: "5.5rem",
    number: true,
    from: "medium",
    sortable: true,
    cell: (row) => <FindingsCell row={row} />,
  },
];

function figure(
  id: string,
  header: string,
  hint: string,
  value: (row: ListedProduct) => number,
  from: Width,
  width = "5.5rem",
): Column<ListedProduct> {
  return {
    id,
    header,
    hint,
    width,
    number: true,
    ...(from === "narrow" ? {} : { from }),
    sortable: id !== "provides",
    cell: (row) => <span className={value(row) === 0 ? "zero" : undefined}>{formatCount(value(row))}</span>,
  };
}

function Name({ row }: { readonly row: ListedProduct }) {
  return (
    <span className="name-cell">
      <Link to="/products/$slug" params={{ slug: row.slug }} className="row-link" title={row.mission}>
        {row.name}
      </Link>
      {row.partOf !== undefined && <span className="name-note">in {row.partOf.name}</span>}
      {row.partOf === undefined && row.mission !== undefined && <span className="name-note">{row.mission}</span>}
    </span>
  );
}

function Kind({ row }: { readonly row: ListedProduct }) {
  const { label, meaning } = KINDS[row.kind];
  const provenance = PROVENANCES[row.provenance];
  return (
    <span className="kind" title={`${label}: ${meaning}. ${provenance.label}: ${provenance.meaning}.`}>
      <span className="kind-mark" data-kind={row.kind} data-provenance={row.provenance} aria-hidden="true" />
      {label}
      <span className="visually-hidden">, {provenance.label.toLowerCase()}</span>
    </span>
  );
}

/** In the words of the API: findings are listed with most violations first. */
export function sortOf({ id, descending }: Sort): ProductsSort {
  return { sort: SORTS[id] ?? "reach", descending };
}

const SORTS: Readonly<Record<string, ProductsSort["sort"]>> = {
  name: "name",
  owner: "owner",
  score: "score",
  dependencies: "dependencies",
  dependents: "dependents",
  reach: "reach",
  findings: "violations",
};

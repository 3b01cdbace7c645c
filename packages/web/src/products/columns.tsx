/** The columns of the table of products. */
import type { Stage } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { formatCount } from "../format/format.ts";
import { KINDS, PROVENANCES } from "../format/words.ts";
import type { Column, Sort } from "../table/column.ts";
import type { Width } from "../table/use-width.ts";
import type { AssessedRow } from "./assessed-row.ts";
import { ScoreCell, StageCell, SteadyCell } from "./assessment-cells.tsx";
import { OwnerCell } from "./owner-cell.tsx";
import { FindingsCell } from "./findings-cell.tsx";

const STAGES: readonly Stage[] = [
  "idea",
  "proof-of-concept",
  "alpha",
  "beta",
  "stable",
  "mature",
  "revenue",
  "obsolete",
];

export const DEFAULT_SORT: Sort = { id: "reach", descending: true };

export const productColumns: readonly Column<AssessedRow>[] = [
  {
    id: "name",
    header: "Product",
    width: "minmax(0, 2.4fr)",
    value: ({ name }) => name,
    cell: (row) => <Name row={row} />,
  },
  {
    id: "kind",
    header: "Kind",
    width: "7.2rem",
    from: "medium",
    value: ({ kind }) => kind,
    cell: (row) => <Kind row={row} />,
  },
  {
    id: "owner",
    header: "Owner",
    hint: "Who owns it, and how sure that is",
    width: "minmax(0, 1.5fr)",
    value: ({ owner }) => owner?.name,
    cell: (row) => <OwnerCell row={row} />,
  },
  {
    id: "score",
    header: "Score",
    hint: "Of 100, by its characteristics; the second figure is what it would be if all that is unknown passed",
    width: "4.6rem",
    number: true,
    from: "medium",
    value: ({ assessment }) => assessment?.score,
    cell: (row) => <ScoreCell row={row} />,
  },
  {
    id: "stage",
    header: "Stage",
    hint: "As declared, else as observed",
    width: "6.4rem",
    from: "wide",
    // From idea to obsolete rather than by letters.
    value: ({ assessment }) => (assessment?.stage === undefined ? undefined : STAGES.indexOf(assessment.stage)),
    cell: (row) => <StageCell row={row} />,
  },
  {
    id: "steady",
    header: "Steady",
    hint: "It can be put down, and picked up by somebody new at any time",
    width: "5rem",
    from: "wide",
    value: ({ assessment }) => (assessment === undefined ? undefined : assessment.steady ? "a steady" : "not yet"),
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
    value: (row) => row.violations + row.problems,
    cell: (row) => <FindingsCell row={row} />,
  },
];

function figure(
  id: string,
  header: string,
  hint: string,
  value: (row: AssessedRow) => number,
  from: Width,
  width = "5.5rem",
): Column<AssessedRow> {
  return {
    id,
    header,
    hint,
    width,
    number: true,
    ...(from === "narrow" ? {} : { from }),
    value,
    cell: (row) => <span className={value(row) === 0 ? "zero" : undefined}>{formatCount(value(row))}</span>,
  };
}

function Name({ row }: { readonly row: AssessedRow }) {
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

function Kind({ row }: { readonly row: AssessedRow }) {
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

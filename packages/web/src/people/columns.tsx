import type { OwnerRow, ProductRef } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { formatAgo, formatCount, formatDay } from "../format/format.ts";
import type { Column, Sort } from "../table/column.ts";
import { Badge } from "../ui/index.ts";

export const DEFAULT_SORT: Sort = { id: "owns", descending: true };

export const peopleColumns: readonly Column<OwnerRow>[] = [
  {
    id: "name",
    header: "Name",
    width: "minmax(0, 1.4fr)",
    value: ({ name }) => name,
    cell: (row) => <Name row={row} />,
  },
  {
    id: "products",
    header: "Products",
    hint: "What they own, by declaration or by the history",
    width: "minmax(0, 2.6fr)",
    from: "medium",
    value: ({ owns }) => owns[0]?.name,
    cell: (row) => <Products products={row.owns} />,
  },
  figure("owns", "Owns", "Products owned", ({ owns }) => owns.length),
  figure("stewards", "Looks after", "Products they look after at present", ({ stewards }) => stewards.length, "wide"),
  figure("founded", "Founded", "Products they founded", ({ founded }) => founded.length, "wide"),
  figure("commits", "Commits", "Commits read by this scan", ({ commits }) => commits, "medium"),
  {
    id: "last",
    header: "Last commit",
    width: "8.5rem",
    number: true,
    from: "wide",
    value: ({ lastCommit }) => lastCommit,
    cell: ({ lastCommit }) =>
      lastCommit === undefined ? (
        <span className="muted">–</span>
      ) : (
        <span title={formatDay(lastCommit)}>{formatAgo(lastCommit)}</span>
      ),
  },
];

function figure(
  id: string,
  header: string,
  hint: string,
  value: (row: OwnerRow) => number | undefined,
  from?: "medium" | "wide",
): Column<OwnerRow> {
  return {
    id,
    header,
    hint,
    width: "6rem",
    number: true,
    ...(from === undefined ? {} : { from }),
    value,
    cell: (row) => {
      const count = value(row);
      if (count === undefined) return <span className="muted">–</span>;
      return <span className={count === 0 ? "zero" : undefined}>{formatCount(count)}</span>;
    },
  };
}

function Name({ row }: { readonly row: OwnerRow }) {
  const [login] = row.logins ?? [];
  return (
    <span className="name-cell">
      <Link to="/products" search={{ by: row.id }} className="row-link" title={`Products of ${row.name}`}>
        {row.name}
      </Link>
      {row.kind === "group" && <Badge>Group</Badge>}
      {row.bot === true && (
        <Badge tone="warn" title="A machine">
          Bot
        </Badge>
      )}
      {login !== undefined && <span className="name-note">@{login}</span>}
    </span>
  );
}

const SHOWN = 4;

function Products({ products }: { readonly products: readonly ProductRef[] }) {
  if (products.length === 0) return <span className="muted">None</span>;
  return (
    <span className="inline-list">
      {products.slice(0, SHOWN).map(({ id, slug, name }) => (
        <Link key={id} to="/products/$slug" params={{ slug }} className="inline-link">
          {name}
        </Link>
      ))}
      {products.length > SHOWN && <span className="muted">+{formatCount(products.length - SHOWN)}</span>}
    </span>
  );
}

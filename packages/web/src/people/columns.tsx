import type { ListedPerson, PeopleQuery } from "../api/queries.ts";
import { Link } from "@tanstack/react-router";
import { formatAgo, formatCount, formatDay } from "../format/format.ts";
import type { Column, Sort } from "../table/column.ts";
import { Badge } from "../ui/index.ts";

export const DEFAULT_SORT: Sort = { id: "owns", descending: true };

export const peopleColumns: readonly Column<ListedPerson>[] = [
  {
    id: "name",
    header: "Name",
    width: "minmax(0, 1.4fr)",
    sortable: true,
    cell: (row) => <Name row={row} />,
  },
  {
    id: "products",
    header: "Products",
    hint: "What they own, by declaration or by the history",
    width: "minmax(0, 2.6fr)",
    from: "medium",
    cell: (row) => <Products person={row} />,
  },
  figure("owns", "Owns", "Products owned", ({ owns }) => owns),
  figure("stewards", "Looks after", "Products they look after at present", ({ stewards }) => stewards, "wide"),
  figure("founded", "Founded", "Products they founded", ({ founded }) => founded, "wide"),
  figure("commits", "Commits", "Commits read by this scan", ({ commits }) => commits, "medium"),
  {
    id: "last",
    header: "Last commit",
    width: "8.5rem",
    number: true,
    from: "wide",
    sortable: true,
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
  value: (row: ListedPerson) => number,
  from?: "medium" | "wide",
): Column<ListedPerson> {
  return {
    id,
    header,
    hint,
    width: "6rem",
    number: true,
    ...(from === undefined ? {} : { from }),
    sortable: true,
    cell: (row) => {
      const count = value(row);
      return <span className={count === 0 ? "zero" : undefined}>{formatCount(count)}</span>;
    },
  };
}

function Name({ row }: { readonly row: ListedPerson }) {
  const [login] = row.logins;
  return (
    <span className="name-cell">
      <Link to="/products" search={{ by: row.id }} className="row-link" title={`Products of ${row.name}`}>
        {row.name}
      </Link>
      {row.kind === "group" && <Badge>Group</Badge>}
      {row.bot && (
        <Badge tone="warn" title="A machine">
          Bot
        </Badge>
      )}
      {login !== undefined && <span className="name-note">@{login}</span>}
    </span>
  );
}

function Products({ person: { products, owns } }: { readonly person: ListedPerson }) {
  if (products.length === 0) return <span className="muted">None</span>;
  return (
    <span className="inline-list">
      {products.map(({ id, slug, name }) => (
        <Link key={id} to="/products/$slug" params={{ slug }} className="inline-link">
          {name}
        </Link>
      ))}
      {owns > products.length && <span className="muted">+{formatCount(owns - products.length)}</span>}
    </span>
  );
}

/** In the words of the API. */
export function sortOf({ id, descending }: Sort): Pick<PeopleQuery, "sort" | "descending"> {
  return { sort: SORTS[id] ?? "owns", descending };
}

const SORTS: Readonly<Record<string, PeopleQuery["sort"]>> = {
  name: "name",
  owns: "owns",
  stewards: "stewards",
  founded: "founded",
  commits: "commits",
  last: "last",
};

/** What the product promises, and who uses which part of it. */
import type { ProductDetail, ProductInterface } from "@freehold/model";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useState } from "react";
import { interfaceQuery } from "../api/queries.ts";
import { filterItems, isFiltered } from "../app/facets.ts";
import { EmptyState, ErrorState, Loading } from "../ui/index.ts";
import { entriesOf } from "./entry.ts";
import { EntryList } from "./entry-list.tsx";
import { interfaceFacets, type InterfaceSearch } from "./filter.ts";
import { NothingPromised, OtherUnits } from "./nothing-promised.tsx";
import { rowsOf } from "./rows.ts";
import { Violations } from "./violations.tsx";
import { Toolbar } from "./toolbar.tsx";

export function InterfaceTab({ detail }: { readonly detail: ProductDetail }) {
  const { data, error, refetch } = useQuery(interfaceQuery(detail.product.slug));
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading label="Loading the interface" />;
  if (entriesOf(data).length === 0)
    return (
      <>
        <Violations violations={data.violations} />
        <NothingPromised resource={data} />
      </>
    );
  return <Interface key={data.product.id} resource={data} />;
}

const route = getRouteApi("/products/$slug");

function Interface({ resource }: { readonly resource: ProductInterface }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const deferred = useDeferredValue<InterfaceSearch>(search);
  const entries = useMemo(() => entriesOf(resource), [resource]);
  const shown = useMemo(() => filterItems(interfaceFacets, entries, deferred), [entries, deferred]);
  const rows = useMemo(() => {
    const flat = isFiltered(interfaceFacets, { ...deferred, unit: "" });
    return rowsOf(entries, shown, { flat, opened });
  }, [entries, shown, deferred, opened]);
  const change = (next: InterfaceSearch) => void navigate({ search: next, replace: true });
  return (
    <>
      <Toolbar
        product={resource.product.slug}
        entries={entries}
        shown={shown.length}
        search={search}
        onChange={change}
      />
      {shown.length === 0 && (
        <EmptyState
          title="No element fits"
          action={
            <button type="button" className="button" onClick={() => change({ tab: "interface" })}>
              Show all
            </button>
          }
        >
          The search and the filters together leave nothing over.
        </EmptyState>
      )}
      <Violations violations={resource.violations} />
      <EntryList
        rows={rows}
        opened={opened}
        onToggle={(key) => setOpened(toggled(opened, key))}
        onChoose={(unit, use) => change({ ...search, use, ...(resource.units.length > 1 ? { unit } : {}) })}
      />
      <OtherUnits resource={resource} />
    </>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

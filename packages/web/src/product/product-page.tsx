/** One product: what it is, who owns it, what it offers, and how it hangs together with others. */
import type { ProductDetail } from "@freehold/model";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { isKept, useSession } from "../account/session.ts";
import { rememberProduct } from "../actions/recent.ts";
import { HomeContext } from "../evidence/context.ts";
import { productQuery } from "../api/queries.ts";
import { formatCount } from "../format/format.ts";
import type { InterfaceSearch } from "../interface/filter.ts";
import { ErrorState, intoView, Loading } from "../ui/index.ts";
import { ProductHead } from "./product-head.tsx";
import { type Tab, tabs } from "./tabs.ts";

/** The parts of every tab: an address of one is an address of the page. */
export type ProductPageSearch = InterfaceSearch & { readonly result?: string };

const route = getRouteApi("/products/$slug");

export function ProductPage() {
  const { slug } = route.useParams();
  const search = route.useSearch();
  const { data: detail, error, refetch } = useQuery(productQuery(slug));
  const kept = isKept(useSession());
  const { name, kind } = detail?.product ?? {};
  useEffect(() => {
    if (name === undefined) return;
    document.title = `${name} · Freehold`;
    rememberProduct({ slug, name, kind });
  }, [name, kind, slug]);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (detail === undefined) return <Loading label="Loading the product" />;
  const tab = tabs.find(({ id }) => id === search.tab) ?? tabs[0];
  const [home, ...others] = detail.product.repositories;
  return (
    <HomeContext value={others.length === 0 ? home : undefined}>
      <div className="page">
        <ProductHead detail={detail} />
        <nav className="tabs" aria-label="Parts of this page">
          {tabs
            .filter((item) => kept || item.kept === undefined || item === tab)
            .map((item) => (
              <TabLink key={item.id} tab={item} detail={detail} active={item === tab} />
            ))}
        </nav>
        {tab !== undefined && <tab.Content detail={detail} />}
      </div>
    </HomeContext>
  );
}

function TabLink({
  tab,
  detail,
  active,
}: {
  readonly tab: Tab;
  readonly detail: ProductDetail;
  readonly active: boolean;
}) {
  const count = tab.count?.(detail);
  return (
    <Link
      to="/products/$slug"
      params={{ slug: detail.product.slug }}
      search={tab.id === "overview" ? {} : { tab: tab.id }}
      className="tab"
      ref={active ? intoView : null}
      data-active={active || undefined}
      aria-current={active ? "page" : undefined}
    >
      {tab.name}
      {count !== undefined && <span className="tab-count">{formatCount(count)}</span>}
    </Link>
  );
}

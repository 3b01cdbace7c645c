/** Every page and its address. Adding a page is one route here and its folder. */
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  redirect,
} from "@tanstack/react-router";
import { ForgotPasswordPage } from "../account/forgot-password-page.tsx";
import { ResetPasswordPage } from "../account/reset-password-page.tsx";
import { sessionQuery } from "../account/session.ts";
import { JoinPage } from "../account/join-page.tsx";
import { productQuery, productsQuery, summaryQuery } from "../api/queries.ts";
import { DEFAULT_SORT, productColumns, sortOf } from "../products/columns.tsx";
import type { ChangesSearch } from "../changes/filter.ts";
import type { HistorySearch } from "../history/history-page.tsx";
import type { MapSearch } from "../map/map-search.ts";
import type { FindingsSearch } from "../problems/filter.ts";
import { FindingsPage } from "../problems/findings-page.tsx";
import type { PeopleSearch } from "../people/filter.ts";
import { PeoplePage } from "../people/people-page.tsx";
import type { PlaneSearch } from "../plane/filter.ts";
import { ProductPage, type ProductPageSearch } from "../product/product-page.tsx";
import { filterOf, type ProductSearch } from "../products/filter.ts";
import { parseSort } from "../table/column.ts";
import { ProductsPage } from "../products/products-page.tsx";
import { ErrorState } from "../ui/index.ts";
import { NotFound } from "./not-found.tsx";
import { parseSearch, pick, stringifySearch } from "./search.ts";
import { Root } from "./root.tsx";

export function createAppRouter(queries: QueryClient) {
  const root = createRootRoute({ component: Root, notFoundComponent: NotFound });
  /** Asked for at once and not waited for: the page is there before its rows. Nobody is asked before they signed in. */
  const ahead = (ask: () => Promise<unknown>) => {
    void queries.ensureQueryData(sessionQuery).then(
      ({ actor }) => (actor === undefined ? undefined : ask()),
      () => undefined,
    );
  };

  const home = createRoute({
    getParentRoute: () => root,
    path: "/",
    beforeLoad: () => {
      throw redirect({ to: "/products", replace: true });
    },
  });
  const products = createRoute({
    getParentRoute: () => root,
    path: "/products",
    validateSearch: (search): ProductSearch =>
      pick(search, ["q", "kind", "from", "owner", "repo", "by", "stage", "steady", "action", "has", "hidden", "sort"]),
    loaderDeps: ({ search }) => search,
    loader: ({ deps }) => {
      const sort = sortOf(parseSort(deps.sort, productColumns, DEFAULT_SORT));
      ahead(async () => await queries.prefetchQuery(summaryQuery));
      ahead(async () => await queries.prefetchInfiniteQuery(productsQuery(filterOf(deps), sort)));
    },
    component: ProductsPage,
  });
  const product = createRoute({
    getParentRoute: () => root,
    path: "/products/$slug",
    validateSearch: (search): ProductPageSearch =>
      pick(search, ["tab", "q", "kind", "stability", "use", "unit", "result"]),
    loader: ({ params }) => {
      ahead(async () => await queries.prefetchQuery(productQuery(params.slug)));
    },
    component: ProductPage,
  });
  const map = createRoute({
    getParentRoute: () => root,
    path: "/map",
    validateSearch: (search): MapSearch => pick(search, ["focus", "depth", "scope"]),
    component: lazyRouteComponent(() => import("../map/map-page.tsx"), "MapPage"),
  });
  const plane = createRoute({
    getParentRoute: () => root,
    path: "/plane",
    validateSearch: (search): PlaneSearch => pick(search, ["q", "action", "stage", "steady", "kind", "sort"]),
    component: lazyRouteComponent(() => import("../plane/plane-page.tsx"), "PlanePage"),
  });
  const people = createRoute({
    getParentRoute: () => root,
    path: "/people",
    validateSearch: (search): PeopleSearch => pick(search, ["q", "show", "sort"]),
    component: PeoplePage,
  });
  const findings = createRoute({
    getParentRoute: () => root,
    path: "/findings",
    validateSearch: (search): FindingsSearch => pick(search, ["q", "show", "rule", "severity"]),
    component: FindingsPage,
  });

  const diff = createRoute({
    getParentRoute: () => root,
    path: "/diff",
    validateSearch: (search): ChangesSearch => pick(search, ["q", "class", "effect", "product", "rule", "hits"]),
    component: lazyRouteComponent(() => import("../changes/changes-page.tsx"), "ChangesPage"),
  });

  const settings = createRoute({
    getParentRoute: () => root,
    path: "/settings/$part",
    component: lazyRouteComponent(() => import("../settings/settings-page.tsx"), "SettingsPage"),
  });
  const history = createRoute({
    getParentRoute: () => root,
    path: "/history",
    validateSearch: (search): HistorySearch => pick(search, ["product", "actor"]),
    component: lazyRouteComponent(() => import("../history/history-page.tsx"), "HistoryPage"),
  });
  const inbox = createRoute({
    getParentRoute: () => root,
    path: "/inbox",
    component: lazyRouteComponent(() => import("../corrections/inbox-page.tsx"), "InboxPage"),
  });

  /** Providers come back here where somebody could not sign in; the gate shows why, and after it this leads on. */
  const signIn = createRoute({
    getParentRoute: () => root,
    path: "/sign-in",
    component: () => <Navigate to="/products" replace />,
  });
  const join = createRoute({ getParentRoute: () => root, path: "/join", component: JoinPage });
  const forgotPassword = createRoute({
    getParentRoute: () => root,
    path: "/forgot-password",
    component: ForgotPasswordPage,
  });
  const resetPassword = createRoute({
    getParentRoute: () => root,
    path: "/reset-password",
    component: ResetPasswordPage,
  });

  return createRouter({
    routeTree: root.addChildren([
      home,
      products,
      product,
      map,
      plane,
      people,
      findings,
      diff,
      settings,
      history,
      inbox,
      signIn,
      join,
      forgotPassword,
      resetPassword,
    ]),
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    defaultErrorComponent: ({ error, reset }) => (
      <ErrorState error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
    ),
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

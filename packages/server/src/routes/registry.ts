/** Every route of the API, one line each. */
import { graphRoute } from "./graph.ts";
import { peopleRoute } from "./people.ts";
import { problemsRoute } from "./problems.ts";
import { productRoute } from "./product.ts";
import { productsRoute } from "./products.ts";
import type { Route } from "./route.ts";
import { snapshotRoute } from "./snapshot.ts";
import { summaryRoute } from "./summary.ts";

export const routes: readonly Route[] = [
  graphRoute,
  peopleRoute,
  problemsRoute,
  productRoute,
  productsRoute,
  snapshotRoute,
  summaryRoute,
];

/** Every route of the API, one line each. */
import { assessmentRoute } from "./assessment.ts";
import { assessmentsRoute } from "./assessments.ts";
import { diffRoute } from "./diff.ts";
import { draftsRoute } from "./drafts.ts";
import { graphRoute } from "./graph.ts";
import { interfaceRoute } from "./interface.ts";
import { peopleRoute } from "./people.ts";
import { problemsRoute } from "./problems.ts";
import { productRoute } from "./product.ts";
import { productsRoute } from "./products.ts";
import type { Route } from "./route.ts";
import { sessionRoute } from "./session.ts";
import { snapshotRoute } from "./snapshot.ts";
import { summaryRoute } from "./summary.ts";

export const routes: readonly Route[] = [
  assessmentRoute,
  assessmentsRoute,
  diffRoute,
  draftsRoute,
  graphRoute,
  interfaceRoute,
  peopleRoute,
  problemsRoute,
  productRoute,
  productsRoute,
  sessionRoute,
  snapshotRoute,
  summaryRoute,
];

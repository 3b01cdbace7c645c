/** What expressions of a standard see of a product; documented in docs/standard.md, so names stay. */
import type { ProductContext } from "../context/product-context.ts";
import type { Model } from "./expression.ts";

export function modelOf(context: ProductContext): Model {
  const { product, units, facts, repository, repositoryFacts, charter, stage, reach, portfolio } = context;
  return {
    product,
    units,
    facts: facts ?? {},
    repository: { ...repository, ...repositoryFacts },
    charter: charter ?? {},
    graph: {
      reach,
      dependents: context.dependents().map(({ slug }) => slug),
      dependencies: context.dependencies().map(({ slug }) => slug),
    },
    stage,
    now: new Date(portfolio.asOf),
  };
}

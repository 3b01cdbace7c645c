/** Violations and problems with the products they are about. */
import type { FindingsResource, ProductRef, Violation, ViolationRow } from "@freehold/model";
import type { ViewContext } from "./context.ts";
import { productRef } from "./refs.ts";

/** A page of more would be read by nobody; the totals tell what is left out. */
const SHOWN = 5000;

const RANK = { error: 0, warning: 1, info: 2 };

export function findingsOf(context: ViewContext): FindingsResource {
  const { violations, problems, repositories } = context.snapshot;
  const worst = problems.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
  return {
    violations: violations.slice(0, SHOWN).map((violation) => violationRow(context, violation)),
    problems: worst.slice(0, SHOWN).map((problem) => {
      const product = context.productOfProblem(problem);
      return product === undefined ? problem : { ...problem, product };
    }),
    totalViolations: violations.length,
    totalProblems: problems.length,
    repositories: repositories.map(({ id, name, url, revision }) => ({
      id,
      name,
      ...(url === undefined ? {} : { url }),
      ...(revision === undefined ? {} : { revision }),
    })),
  };
}

export function violationRow(context: ViewContext, { from, to, ...rest }: Violation): ViolationRow {
  const source = refOf(context, from);
  const target = refOf(context, to);
  return {
    ...rest,
    ...(source === undefined ? {} : { from: source }),
    ...(target === undefined ? {} : { to: target }),
  };
}

function refOf({ products }: ViewContext, id: string | undefined): ProductRef | undefined {
  const product = id === undefined ? undefined : products.get(id);
  return product === undefined ? undefined : productRef(product);
}

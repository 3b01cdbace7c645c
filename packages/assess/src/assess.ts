/** Assesses the products of a snapshot by a standard. Pure: nothing but the two is looked at. */
import {
  type Assessment,
  ASSESSMENT_FORMAT,
  ASSESSMENT_VERSION,
  type CharacteristicResult,
  type ProductAssessment,
  type Snapshot,
} from "@freehold/model";
import { type KnownOfWhole, type PortfolioContext, portfolioContext } from "./context/portfolio-context.ts";
import { productContext } from "./context/product-context.ts";
import { driftOf } from "./drift/drift.ts";
import { nextSteps } from "./next/next-steps.ts";
import { checkRunner } from "./run-check.ts";
import { scoreOfChecks, scoreOfProduct } from "./score.ts";
import { observeStage } from "./stage/observed-stage.ts";
import type { CompiledStandard } from "./standard/compiled.ts";
import { steadyStateOf } from "./steady-state/steady-state.ts";
import { suggestedKind } from "./suggested-kind.ts";

export interface AssessOptions {
  /** Ids of the products to assess; default: every visible one. Those around them are seen all the same. */
  readonly products?: ReadonlySet<string>;
}

export interface Assessor {
  readonly context: PortfolioContext;
  /** One product by id; undefined when there is none. */
  product(id: string): ProductAssessment | undefined;
}

/** Builds the graph once and assesses product by product. `whole`: the snapshot is a part of a larger portfolio. */
export function openAssessor(snapshot: Snapshot, standard: CompiledStandard, whole?: KnownOfWhole): Assessor {
  const context = portfolioContext(snapshot, whole);
  return {
    context,
    product(id) {
      const index = context.graph.productIndex.get(id);
      return index === undefined ? undefined : assessProduct(context, index, standard);
    },
  };
}

/** Every product that is asked for, in the order of the snapshot. O(products · checks) beside the graph. */
export function assess(snapshot: Snapshot, standard: CompiledStandard, options: AssessOptions = {}): Assessment {
  const assessor = openAssessor(snapshot, standard);
  const wanted = snapshot.products.filter(({ id, hidden }) => options.products?.has(id) ?? hidden !== true);
  return {
    format: ASSESSMENT_FORMAT,
    version: ASSESSMENT_VERSION,
    standard: { name: standard.name, version: standard.version },
    asOf: new Date(assessor.context.asOf).toISOString(),
    products: wanted.flatMap(({ id }) => assessor.product(id) ?? []),
  };
}

function assessProduct(portfolio: PortfolioContext, index: number, standard: CompiledStandard): ProductAssessment {
  const unstaged = productContext(portfolio, index, undefined);
  const stage = observeStage(unstaged);
  const context = { ...unstaged, stage: stage.declared ?? stage.observed };
  const { product } = context;
  const run = checkRunner(context, standard);
  const characteristics = standard.characteristics.map(({ id, title, weight, checks }): CharacteristicResult => {
    const outcomes = checks.filter((one) => one.weight > 0).map(run);
    return { id, title, ...scoreOfChecks(outcomes), weight, checks: outcomes };
  });
  const suggestion = suggestedKind(product.kind, characteristics, standard);
  return {
    product: product.id,
    slug: product.slug,
    name: product.name,
    kind: product.kind,
    ...scoreOfProduct(characteristics),
    characteristics,
    stage,
    steadyState: steadyStateOf(context),
    plane: context.plane(),
    drift: driftOf(context, stage),
    ...(suggestion === undefined ? {} : { suggestedKind: suggestion }),
    next: nextSteps(characteristics),
  };
}

/**
 * Assessments prepared for reading: rows for lists, one product on demand with all its evidence. The graph
 * is built once; a product takes less than a millisecond, so nothing is kept.
 */
import { type CompiledStandard, openAssessor, shippedStandard } from "@freehold/assess";
import type { AssessmentRow, ProductAssessment, Snapshot } from "@freehold/model";

export interface AssessmentView {
  readonly standard: { readonly name: string; readonly version: string };
  /** Visible products, in the order of the snapshot. */
  rows(): readonly AssessmentRow[];
  /** By id. */
  product(id: string): ProductAssessment | undefined;
}

export function buildAssessmentView(
  snapshot: Snapshot,
  standard: CompiledStandard = shippedStandard(),
): AssessmentView {
  const assessor = openAssessor(snapshot, standard);
  let rows: readonly AssessmentRow[] | undefined;
  return {
    standard: { name: standard.name, version: standard.version },
    rows: () =>
      (rows ??= snapshot.products
        .filter(({ hidden }) => hidden !== true)
        .flatMap(({ id }) => assessor.product(id) ?? [])
        .map(rowOf)),
    product: (id) => assessor.product(id),
  };
}

function rowOf(one: ProductAssessment): AssessmentRow {
  const { product, slug, name, kind, score, possible, stage, steadyState, plane, drift, next } = one;
  const scores = one.characteristics.flatMap((each) =>
    each.score === undefined ? [] : [[each.id, each.score] as const],
  );
  const weakest = scores.toSorted((a, b) => a[1] - b[1])[0]?.[0];
  const known = stage.declared ?? stage.observed;
  return {
    product,
    slug,
    name,
    kind,
    ...(score === undefined ? {} : { score }),
    ...(possible === undefined ? {} : { possible }),
    characteristics: Object.fromEntries(scores),
    ...(weakest === undefined ? {} : { weakest }),
    failed: count(one, "failed"),
    unknown: count(one, "unknown"),
    ...(known === undefined ? {} : { stage: known }),
    ...(stage.observed === undefined ? {} : { observed: stage.observed }),
    steady: steadyState.reached,
    ...(plane.value === undefined ? {} : { value: plane.value }),
    ...(plane.simplicity === undefined ? {} : { simplicity: plane.simplicity }),
    action: plane.action,
    drift: drift.map(({ subject }) => subject),
    ...(next[0] === undefined ? {} : { next: next[0].title }),
  };
}

function count({ characteristics }: ProductAssessment, result: "failed" | "unknown"): number {
  return characteristics.reduce((sum, { checks }) => sum + checks.filter((check) => check.result === result).length, 0);
}

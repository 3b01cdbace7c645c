/**
 * Assessments prepared for reading: rows for lists, one product on demand with all its evidence. The graph
 * is built once; a product takes less than a millisecond, so nothing is kept.
 */
import { setImmediate } from "node:timers/promises";
import { type Assessor, type CompiledStandard, openAssessor, shippedStandard } from "@freehold/assess";
import type { AssessmentRow, ProductAssessment, Snapshot } from "@freehold/model";

export interface AssessmentView {
  readonly standard: { readonly name: string; readonly version: string };
  /** Visible products, in the order of the snapshot; made in slices, so that a server answers others meanwhile. */
  rows(): Promise<readonly AssessmentRow[]>;
  /** By id. */
  product(id: string): ProductAssessment | undefined;
}

export function buildAssessmentView(
  snapshot: Snapshot,
  standard: CompiledStandard = shippedStandard(),
): AssessmentView {
  const assessor = openAssessor(snapshot, standard);
  let rows: Promise<readonly AssessmentRow[]> | undefined;
  return {
    standard: { name: standard.name, version: standard.version },
    rows: () => (rows ??= rowsOf(snapshot, assessor)),
    product: (id) => assessor.product(id),
  };
}

const SLICE_MS = 25;

async function rowsOf({ products }: Snapshot, assessor: Assessor): Promise<readonly AssessmentRow[]> {
  const rows: AssessmentRow[] = [];
  let began = performance.now();
  for (const { id } of products.filter(({ hidden }) => hidden !== true)) {
    const found = assessor.product(id);
    if (found !== undefined) rows.push(rowOf(found));
    if (performance.now() - began < SLICE_MS) continue;
    await setImmediate();
    began = performance.now();
  }
  return rows;
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

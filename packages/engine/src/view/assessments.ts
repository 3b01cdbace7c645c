/**
 * Assessments as the HTTP API answers them, by what the snapshot of a part of a portfolio shows. The graph of
 * the assessor is built once; a product takes about a millisecond, so nothing else is kept.
 */
import { setImmediate } from "node:timers/promises";
import {
  type Assessor,
  type CompiledStandard,
  type KnownOfWhole,
  openAssessor,
  shippedStandard,
} from "@freehold/assess";
import type { AssessmentResource, AssessmentRow, CheckNote, ProductAssessment, Snapshot } from "@freehold/model";

export interface Assessments {
  /** In the order of the ids; made in slices, so that a server answers others meanwhile. Hidden products have none. */
  rows(products: readonly string[]): Promise<readonly AssessmentRow[]>;
  /** By id; undefined for a product that the snapshot does not hold. */
  product(id: string): AssessmentResource | undefined;
}

/** `standard`: default is the one that Freehold ships. */
export function openAssessments(
  snapshot: Snapshot,
  whole: KnownOfWhole,
  standard: CompiledStandard = shippedStandard(),
): Assessments {
  const assessor = openAssessor(snapshot, standard, whole);
  const hidden = new Set(snapshot.products.flatMap((product) => (product.hidden === true ? [product.id] : [])));
  const notes = notesOf(standard);
  return {
    rows: async (products) =>
      await rowsOf(
        assessor,
        products.filter((id) => !hidden.has(id)),
      ),
    product(id) {
      const assessment = assessor.product(id);
      if (assessment === undefined) return undefined;
      return {
        standard: { name: standard.name, version: standard.version },
        factsRead: snapshot.productFacts !== undefined,
        assessment,
        notes,
      };
    },
  };
}

const SLICE_MS = 25;

async function rowsOf(assessor: Assessor, products: readonly string[]): Promise<readonly AssessmentRow[]> {
  const rows: AssessmentRow[] = [];
  let began = performance.now();
  for (const id of products) {
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

function notesOf({ characteristics }: CompiledStandard): Record<string, CheckNote> {
  const checks = characteristics.flatMap((characteristic) => characteristic.checks);
  return Object.fromEntries(
    checks.map(({ id, check: { looksAt, source, thresholds = {} }, thresholds: values }) => [
      id,
      {
        looksAt,
        source,
        limits: [...values].map(([name, value]) => ({ name, value, meaning: thresholds[name] ?? name })),
      },
    ]),
  );
}

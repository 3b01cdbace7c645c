/** Assessments as the HTTP API answers them: the graph of the assessor is built when somebody first asks. */
import { type CompiledStandard, GOOD, shippedStandard } from "@freehold/assess";
import type { AssessmentList, AssessmentResource, CheckNote, Product, Snapshot } from "@freehold/model";
import { buildAssessmentView } from "./assessment.ts";

export interface AssessmentResources {
  list(): Promise<AssessmentList>;
  /** Undefined for a product that the assessor does not know. */
  product(product: Product): AssessmentResource | undefined;
}

export function openAssessments(snapshot: Snapshot, standard: CompiledStandard | undefined): AssessmentResources {
  const held = standard ?? shippedStandard();
  const view = buildAssessmentView(snapshot, held);
  const notes = notesOf(held);
  const common = { standard: view.standard, factsRead: snapshot.productFacts !== undefined };
  return {
    list: async () => ({ ...common, good: GOOD, products: [...(await view.rows())] }),
    product({ id }) {
      const assessment = view.product(id);
      return assessment === undefined ? undefined : { ...common, assessment, notes };
    },
  };
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

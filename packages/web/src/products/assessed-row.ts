/** A product of the list together with its assessment, once that is there. */
import type { AssessmentList, AssessmentRow, ProductRow } from "@freehold/model";

export interface AssessedRow extends ProductRow {
  /** Absent while it is asked for, and of hidden products. */
  readonly assessment?: AssessmentRow;
}

export function assessedRows(rows: readonly ProductRow[], list: AssessmentList | undefined): readonly AssessedRow[] {
  if (list === undefined) return rows;
  const assessments = new Map(list.products.map((assessment) => [assessment.product, assessment]));
  return rows.map((row) => {
    const assessment = assessments.get(row.id);
    return assessment === undefined ? row : { ...row, assessment };
  });
}

/** The report of an assessment: all products in a table, or one with every check. */
import type { Assessment } from "@freehold/model";
import type { Terminal } from "../../terminal.ts";
import { productAssessmentText } from "./product.ts";
import { assessmentTable } from "./table.ts";

export interface AssessmentReportOptions {
  readonly terminal: Terminal;
  /** The evidence of what passed too, and every row. */
  readonly all: boolean;
  /** One product was asked for. */
  readonly detail: boolean;
}

export function assessmentText(assessment: Assessment, options: AssessmentReportOptions): string {
  const { standard, products, asOf } = assessment;
  const foot = `\nBy the standard ${standard.name} ${standard.version}, as of ${asOf.slice(0, 10)}. An unknown check counts as not passed.\n`;
  const only = products.length === 1 ? products[0] : undefined;
  if (only !== undefined) return productAssessmentText(only, options) + foot;
  return assessmentTable(products, options) + foot;
}

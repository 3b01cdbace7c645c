/** Assessments as rows: score, weakest characteristic, drift, what to do. */
import type { ProductAssessment } from "@freehold/model";
import { styled } from "../../terminal.ts";
import { type Column, table } from "../table.ts";
import type { AssessmentReportOptions } from "./assessment.ts";
import { scoreText } from "./score.ts";

const FIRST_ROWS = 30;

const COLUMNS: readonly Column[] = [
  { title: "product", most: 40 },
  { title: "score", align: "right" },
  { title: "weakest", most: 26 },
  { title: "failed", align: "right" },
  { title: "unknown", align: "right" },
  { title: "stage", most: 22 },
  { title: "steady", most: 6 },
  { title: "this quarter", most: 12 },
  { title: "drift", most: 14 },
];

/** Lowest score first: those are the ones to look at. */
export function assessmentTable(
  products: readonly ProductAssessment[],
  { terminal, all }: Pick<AssessmentReportOptions, "terminal" | "all">,
): string {
  const sorted = products.toSorted((a, b) => (a.score ?? 2) - (b.score ?? 2) || (a.slug < b.slug ? -1 : 1));
  const shown = all ? sorted : sorted.slice(0, FIRST_ROWS);
  const title = styled(terminal, "bold", `Assessment (${products.length})`);
  const more = sorted.length - shown.length;
  const rest = more > 0 ? `  and ${more} more products; --all lists them\n` : "";
  return `${title}\n${table(COLUMNS, shown.map(rowOf))}${rest}`;
}

function rowOf(product: ProductAssessment): string[] {
  const { slug, score, possible, characteristics, stage, steadyState, plane, drift } = product;
  const weakest = characteristics
    .filter((one) => one.score !== undefined)
    .toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))[0];
  const checks = characteristics.flatMap((one) => one.checks);
  const count = (result: string) => String(checks.filter((check) => check.result === result).length);
  return [
    slug,
    scoreText(score, possible),
    weakest === undefined ? "" : `${weakest.title} ${scoreText(weakest.score)}`,
    count("failed"),
    count("unknown"),
    stageText(stage),
    steadyState.reached ? "yes" : "no",
    plane.action === "unknown" ? "" : plane.action,
    drift.map(({ subject }) => subject).join(", "),
  ];
}

function stageText({ declared, observed }: ProductAssessment["stage"]): string {
  if (declared === undefined) return observed === undefined ? "" : `${observed}?`;
  return observed === undefined || observed === declared ? declared : `${declared} (${observed}?)`;
}

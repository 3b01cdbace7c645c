/** One product's assessment, line by line. */
import type { CharacteristicResult, CheckOutcome, Evidence, ProductAssessment } from "@freehold/model";
import { type Style, styled, type Terminal } from "../../terminal.ts";
import type { AssessmentReportOptions } from "./assessment.ts";
import { scoreText } from "./score.ts";

const SIGNS: Readonly<Record<CheckOutcome["result"], readonly [string, Style]>> = {
  passed: ["✓", "green"],
  failed: ["✗", "red"],
  unknown: ["?", "yellow"],
  "not-applicable": ["–", "dim"],
};
const FIRST_STEPS = 5;

export function productAssessmentText(product: ProductAssessment, options: AssessmentReportOptions): string {
  const { terminal } = options;
  return [
    heading(product, terminal),
    ...product.characteristics.map((one) => characteristicText(one, options)),
    steadyText(product, terminal),
    planeText(product, terminal),
    driftText(product, terminal),
    nextText(product, options),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function heading(product: ProductAssessment, terminal: Terminal): string {
  const { name, slug, kind, score, possible, stage, suggestedKind } = product;
  const named = name === slug ? name : `${name} (${slug})`;
  const observed = stage.observed ?? "not to be told";
  const stages = stage.declared === undefined ? `stage ${observed}` : `stage ${stage.declared}, observed ${observed}`;
  const why = stage.reasons[0]?.text ?? "";
  const suggestion =
    suggestedKind === undefined ? "" : `Perhaps a ${suggestedKind.kind} rather than a product: ${suggestedKind.why}.\n`;
  return `${styled(terminal, "bold", named)}  ${kind}, score ${scoreText(score, possible)} of 100, ${stages}\n${why}\n${suggestion}`;
}

function characteristicText(
  { title, score, possible, checks }: CharacteristicResult,
  options: AssessmentReportOptions,
) {
  const asked = checks.filter(({ result }) => result !== "not-applicable");
  const silent = checks.length - asked.length;
  const shown = options.all
    ? checks
    : checks.filter(({ result, excused }) => result !== "not-applicable" || excused !== undefined);
  const head = `${styled(options.terminal, "bold", title)}  ${scoreText(score, possible)}`;
  const note = silent > 0 && !options.all ? styled(options.terminal, "dim", `  ${silent} not applicable`) : "";
  return `${head}${note}\n${shown.map((check) => checkText(check, options)).join("")}`;
}

function checkText(check: CheckOutcome, { terminal, all }: AssessmentReportOptions): string {
  const [sign, style] = SIGNS[check.result];
  const limit =
    check.threshold === undefined
      ? ""
      : styled(terminal, "dim", ` [${String(check.value)}, limit ${String(check.threshold)}]`);
  const line = `  ${styled(terminal, style, sign)} ${check.title}: ${check.detail}${limit}\n`;
  const open = check.result === "failed" || all;
  const evidence = open ? check.evidence.slice(0, all ? 20 : 3).map((one) => `      ${evidenceText(one)}\n`) : [];
  const more =
    open && !all && check.evidence.length > 3
      ? [`      and ${check.evidence.length - 3} more; --all shows them\n`]
      : [];
  const mend = check.result === "failed" && check.mend !== undefined ? [`      → ${check.mend}\n`] : [];
  return [line, ...evidence, ...more, ...mend].join("");
}

function evidenceText({ path, line, commit, detail }: Evidence): string {
  const place = path === undefined ? commit?.slice(0, 10) : line === undefined ? path : `${path}:${line}`;
  return [place, detail].filter((part) => part !== undefined && part !== "").join("  ");
}

function steadyText({ steadyState }: ProductAssessment, terminal: Terminal): string {
  const head = `${styled(terminal, "bold", "Steady state")}  ${steadyWords(steadyState)}\n`;
  const lines = steadyState.items.map(({ title, result, detail }) => {
    const [sign, style] = SIGNS[result];
    return `  ${styled(terminal, style, sign)} ${title}: ${detail}\n`;
  });
  return head + lines.join("");
}

/** What nobody knows keeps it open, and is no failure. */
function steadyWords({ reached, items }: ProductAssessment["steadyState"]): string {
  if (reached) return "reached";
  const [failing, unknown] = (["failed", "unknown"] as const).map(
    (wanted) => items.filter(({ result }) => result === wanted).length,
  );
  return failing === 0 ? `open: ${unknown} not known` : "not reached";
}

function planeText({ plane }: ProductAssessment, terminal: Terminal): string {
  const head = `${styled(terminal, "bold", "Value and simplicity")}  this quarter: ${plane.action}. ${plane.why}\n`;
  return head + plane.arithmetic.map((line) => `  ${line}\n`).join("");
}

function driftText({ drift }: ProductAssessment, terminal: Terminal): string {
  if (drift.length === 0) return "";
  const lines = drift.map(
    ({ subject, declared, observed, mend }) =>
      `  ${subject}: declared ${declared}, observed ${observed}\n      → ${mend}\n`,
  );
  return `${styled(terminal, "bold", "Drift")}\n${lines.join("")}`;
}

function nextText({ next }: ProductAssessment, { terminal, all }: AssessmentReportOptions): string {
  if (next.length === 0) return "";
  const shown = all ? next : next.slice(0, FIRST_STEPS);
  const lines = shown.map(({ title, effort, gain, checks }, index) => {
    const raises = styled(terminal, "dim", `  [${effort}, +${(gain * 100).toFixed(1)}: ${checks.join(", ")}]`);
    return `  ${index + 1}. ${title}${raises}\n`;
  });
  const more = next.length - shown.length;
  const rest = more > 0 ? `  and ${more} more; --all lists them\n` : "";
  return `${styled(terminal, "bold", "Next")}\n${lines.join("")}${rest}`;
}

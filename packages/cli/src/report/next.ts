/** The next steps of a product as text. */
import type { Next, NextStep } from "@freehold/model";
import { styled, type Terminal } from "../terminal.ts";

export interface NextReportOptions {
  readonly terminal: Terminal;
  readonly all: boolean;
}

const FIRST_STEPS = 7;
const REASONS = 3;

export function nextText(next: Next, options: NextReportOptions): string {
  const { product, score, steps, drafts } = next;
  const { terminal, all } = options;
  const scored = score === undefined ? "" : `  ${percent(score)} of what can be told is true of it`;
  const head = `${styled(terminal, "bold", product.name)}${scored}\n`;
  if (steps.length === 0)
    return `${head}\nNothing is left to mend: every check that applies and can be told has passed.\n`;
  const shown = all ? steps : steps.slice(0, FIRST_STEPS);
  const more = steps.length - shown.length;
  const body = shown.map((step, index) => stepText(step, index + 1, next, terminal)).join("");
  const rest = more === 0 ? "" : `  and ${more} more; --all lists them\n`;
  const hint =
    drafts.length === 0
      ? ""
      : `\n${drafts.length} ${drafts.length === 1 ? "draft is" : "drafts are"} ready: freehold next ${product.slug} --patch | git apply\n`;
  return `${head}\n${body}${rest}${hint}`;
}

function stepText(step: NextStep, number: number, { drafts }: Next, terminal: Terminal): string {
  const { title, why, effort, raises, gain } = step;
  const draft = drafts.find((one) => one.step === step.step);
  const raised = raises.map(({ characteristic, by }) => `${characteristic} by ${percent(by)}`).join(", ");
  const reasons = why.slice(0, REASONS).map((reason) => `     ${reason}\n`);
  const more = why.length > REASONS ? `     and ${why.length - REASONS} more\n` : "";
  const note =
    draft === undefined ? "" : `     draft: ${draft.files.join(", ")}${questionsOf(draft.questions.length)}\n`;
  const figures = styled(terminal, "dim", `     ${effort}; raises ${raised}; the whole by ${percent(gain)}`);
  return `  ${number}. ${styled(terminal, "bold", title)}\n${reasons.join("")}${more}${figures}\n${note}`;
}

function questionsOf(count: number): string {
  return count === 0 ? "" : ` with ${count} ${count === 1 ? "question" : "questions"} to answer`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

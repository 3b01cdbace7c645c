/** Runs one check on one product: whether it applies, what it found, and what people said about it. */
import type { CheckOutcome, Evidence } from "@freehold/model";
import type { CheckContext, Outcome } from "./check.ts";
import type { ProductContext } from "./context/product-context.ts";
import { excuseOf } from "./excuse.ts";
import { notApplicable, unknown } from "./outcome.ts";
import { type CompiledCheck, type CompiledStandard, STAGES } from "./standard/compiled.ts";
import { modelOf } from "./standard/model.ts";

/** Runs checks on one product, one after the other: what a check sees is put together once for all of them. */
export function checkRunner(
  context: ProductContext,
  standard: CompiledStandard,
): (compiled: CompiledCheck) => CheckOutcome {
  let thresholds: ReadonlyMap<string, number> = new Map();
  const seen: CheckContext = { ...context, threshold: (name) => thresholds.get(name) ?? Number.NaN };
  return (compiled) => {
    thresholds = compiled.thresholds;
    return runCheck(compiled, seen, standard);
  };
}

function runCheck(compiled: CompiledCheck, context: CheckContext, standard: CompiledStandard): CheckOutcome {
  const { id, check, weight } = compiled;
  const found = outcomeOf(compiled, context);
  const excuse = found.result === "not-applicable" ? undefined : excuseOf(id, context, standard);
  const { result, detail, value, threshold } = found;
  const open = result === "failed" || result === "unknown";
  // Millions of these are made for a large portfolio: fields are set one by one, which is faster than spreading.
  const evidence: Evidence[] = [];
  for (const sight of found.evidence) evidence.push({ ...sight, rule: "rule" in sight ? String(sight.rule) : id });
  const outcome: CheckOutcome = {
    check: id,
    title: check.title,
    result: excuse === undefined ? result : "not-applicable",
    detail: excuse === undefined ? detail : `${excuse.reason} (until ${excuse.expires}). ${detail}`,
    evidence,
    weight,
  };
  if (value !== undefined) outcome.value = value;
  if (threshold !== undefined) outcome.threshold = threshold;
  if (open && excuse === undefined) {
    outcome.mend = check.mend;
    if (check.step !== undefined) outcome.step = check.step;
  }
  if (excuse !== undefined) outcome.excused = { ...excuse, instead: result };
  return outcome;
}

function outcomeOf(compiled: CompiledCheck, context: CheckContext): Outcome {
  const { kinds, check, when } = compiled;
  const { kind } = context.product;
  if (!kinds.has(kind)) return notApplicable(`It is not asked of a ${kind}.`);
  const stage = beyondStage(compiled, context);
  if (stage !== undefined) return stage;
  if (when !== undefined) {
    const answer = when(modelOf(context));
    if (answer.value === undefined) return unknown(`Whether it applies is not known: ${answer.reason}`);
    if (!answer.value) return notApplicable("The standard's condition for it does not hold.");
  }
  return check.run(context);
}

/** A product without a stage is asked what is asked of every stage, and of those that say nothing of it. */
function beyondStage({ from, until }: CompiledCheck, { stage }: ProductContext): Outcome | undefined {
  if (stage === undefined) return undefined;
  const at = STAGES.indexOf(stage);
  if (from !== undefined && at < STAGES.indexOf(from))
    return notApplicable(`Not yet: it is asked from ${from} on, and this is ${stage}.`);
  if (until !== undefined && at > STAGES.indexOf(until))
    return notApplicable(`It is asked until ${until}, and this is ${stage}.`);
  return undefined;
}

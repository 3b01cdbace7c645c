/** Where what is declared and what is observed part, each line with what mends it. */
import type { Drift, StageResult } from "@freehold/model";
import type { ProductContext } from "../context/product-context.ts";
import { STAGES } from "../standard/compiled.ts";

export function driftOf(context: ProductContext, stage: StageResult): Drift[] {
  return [...stageDrift(context, stage), ...ownerDrift(context)];
}

/** One stage off is a matter of taste, and revenue is seen by nobody here. */
function stageDrift(context: ProductContext, { declared, observed, reasons }: StageResult): Drift[] {
  if (declared === undefined || observed === undefined || declared === "revenue") return [];
  if (Math.abs(STAGES.indexOf(declared) - STAGES.indexOf(observed)) < 2) return [];
  const said = { rule: "stage.declared", ...context.charterAt("stage", `stage: ${declared}`) };
  return [
    {
      subject: "stage",
      declared,
      observed,
      evidence: [said, ...reasons.flatMap(({ evidence }) => evidence)],
      mend: `Set \`stage: ${observed}\` in ${context.product.charter ?? "product.yaml"}, or release what makes it ${declared}.`,
    },
  ];
}

function ownerDrift({ product: { ownership } }: ProductContext): Drift[] {
  const [declared] = ownership.declared;
  const [best] = ownership.ranked;
  const wrong = ownership.findings.find((finding) => finding === "declared-disagrees" || finding === "owner-left");
  if (declared === undefined || wrong === undefined) return [];
  const observed =
    wrong === "owner-left" ? "no longer active here" : `the history shows ${best?.person ?? "somebody else"}`;
  return [
    {
      subject: "owner",
      declared: declared.value.name,
      observed,
      evidence: [...declared.evidence, ...(best?.evidence ?? [])].slice(0, 6),
      mend: "Name who looks after it now under `owners` in its charter, or say that it is up for adoption.",
    },
  ];
}

import { STAGES } from "../../standard/compiled.ts";
import type { DriftSubject } from "../subject.ts";

/** One stage off is a matter of taste, and revenue is seen by nobody here. */
export const stage: DriftSubject = {
  id: "stage",
  lines(context, { declared, observed, reasons }) {
    if (declared === undefined || observed === undefined || declared === "revenue") return [];
    if (Math.abs(STAGES.indexOf(declared) - STAGES.indexOf(observed)) < 2) return [];
    const file = context.product.charter;
    return [
      {
        declared,
        observed,
        evidence: [context.charterAt("stage", `stage: ${declared}`), ...reasons.flatMap(({ evidence }) => evidence)],
        mend: `Set \`stage: ${observed}\` in ${file ?? "product.yaml"}, or release what makes it ${declared}.`,
        ...(file === undefined
          ? {}
          : { edit: { kind: "charter", file, op: "replace", at: ["stage"], value: observed } }),
      },
    ];
  },
};

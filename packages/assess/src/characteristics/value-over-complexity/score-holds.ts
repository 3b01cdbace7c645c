import type { Check } from "../../check.ts";
import { OUTSIDE } from "./outside-text.ts";
import { atLeast, unknown } from "../../outcome.ts";

/** The product score: value and simplicity, neither of which stands in for the other. */
export const scoreHolds: Check = {
  name: "score-holds",
  title: "Its value and its simplicity together are worth keeping",
  looksAt: "The product score: the geometric mean of value and simplicity, whose sums `freehold assess` shows.",
  mend: "Do what the plane says this quarter: simplify, or add value.",
  source: "Doctrine D9. The least score is a convention of this standard.",
  thresholds: { score: "Product score at least." },
  effort: "weeks",
  run({ plane, published, threshold }) {
    const { score, arithmetic, why } = plane();
    if (score === undefined) return unknown(why, [{ detail: arithmetic.at(-1) ?? "" }]);
    if (score < threshold("score") && published) return unknown(`${arithmetic.at(-1) ?? ""}, at least: ${OUTSIDE}`);
    return atLeast(
      Math.round(score * 100) / 100,
      threshold("score"),
      arithmetic.at(-1) ?? "",
      arithmetic.map((detail) => ({ detail })),
    );
  },
};

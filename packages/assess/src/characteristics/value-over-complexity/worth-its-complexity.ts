import type { Check } from "../../check.ts";
import { OUTSIDE } from "./outside-text.ts";
import { atLeast, unknown } from "../../outcome.ts";

/** Complexity is paid every day; it has to be earned. */
export const worthItsComplexity: Check = {
  name: "worth-its-complexity",
  title: "It is worth its complexity",
  looksAt: "Value less complexity (one less simplicity) on the plane: on which side of the diagonal it lies.",
  mend: "Remove what nobody uses, or find it users: the plane says which is the shorter way.",
  source: "Doctrine D9: a score that rises with value and falls with complexity.",
  thresholds: { balance: "Value less complexity, at least." },
  effort: "weeks",
  run({ plane, published, threshold }) {
    const { value, simplicity, why, arithmetic } = plane();
    if (value === undefined || simplicity === undefined)
      return unknown(
        why,
        arithmetic.map((detail) => ({ detail })),
      );
    const balance = Math.round((value + simplicity - 1) * 100) / 100;
    if (balance < threshold("balance") && published)
      return unknown(`Value less complexity is ${balance} at least: ${OUTSIDE}`);
    return atLeast(
      balance,
      threshold("balance"),
      `Value ${value.toFixed(2)} less complexity ${(1 - simplicity).toFixed(2)}.`,
      arithmetic.map((detail) => ({ detail })),
    );
  },
};

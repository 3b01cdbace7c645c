/** D9. Its score rises with value and falls with complexity. */
import type { Characteristic } from "../../check.ts";
import { somebodyReliesOnIt } from "./somebody-relies-on-it.ts";

export const valueOverComplexity: Characteristic = {
  id: "value-over-complexity",
  title: "Value over complexity",
  checks: [somebodyReliesOnIt],
};

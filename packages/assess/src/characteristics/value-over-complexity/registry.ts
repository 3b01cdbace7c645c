/** D9. Its score rises with value and falls with complexity. */
import type { Characteristic } from "../../check.ts";
import { dependenciesAreFew } from "./dependencies-are-few.ts";
import { interfaceIsUsed } from "./interface-is-used.ts";
import { scoreHolds } from "./score-holds.ts";
import { somebodyReliesOnIt } from "./somebody-relies-on-it.ts";
import { usedBeyondItsTeam } from "./used-beyond-its-team.ts";
import { worthItsComplexity } from "./worth-its-complexity.ts";

export const valueOverComplexity: Characteristic = {
  id: "value-over-complexity",
  title: "Value over complexity",
  checks: [somebodyReliesOnIt, usedBeyondItsTeam, interfaceIsUsed, scoreHolds, worthItsComplexity, dependenciesAreFew],
};

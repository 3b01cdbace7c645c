/** D8. Small enough to see all around, with few people to ask. */
import type { Characteristic } from "../../check.ts";
import { changesStayInside } from "./changes-stay-inside.ts";
import { fewPartiesAChange } from "./few-parties-a-change.ts";
import { growthInBounds } from "./growth-in-bounds.ts";
import { moreThanOneKnows } from "./more-than-one-knows.ts";
import { noCycle } from "./no-cycle.ts";
import { ownersAround } from "./owners-around.ts";
import { sizeFitsAHead } from "./size-fits-a-head.ts";

export const manageableGrowth: Characteristic = {
  id: "manageable-growth",
  title: "Manageable growth",
  checks: [
    sizeFitsAHead,
    fewPartiesAChange,
    changesStayInside,
    moreThanOneKnows,
    noCycle,
    ownersAround,
    growthInBounds,
  ],
};

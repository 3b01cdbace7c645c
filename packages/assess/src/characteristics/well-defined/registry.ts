/** D1. It can be explained to anyone, and what it does not do just as clearly. */
import type { Characteristic } from "../../check.ts";
import { missionReadable } from "./mission-readable.ts";
import { missionShort } from "./mission-short.ts";
import { missionStated } from "./mission-stated.ts";
import { nameAgrees } from "./name-agrees.ts";
import { purposeLinked } from "./purpose-linked.ts";
import { readmeAgrees } from "./readme-agrees.ts";
import { saysWhatNot } from "./says-what-not.ts";
import { scopeCoversOnce } from "./scope-covers-once.ts";

export const wellDefined: Characteristic = {
  id: "well-defined",
  title: "Well-defined",
  checks: [
    missionStated,
    missionReadable,
    missionShort,
    saysWhatNot,
    readmeAgrees,
    nameAgrees,
    scopeCoversOnce,
    purposeLinked,
  ],
};

/** D2. Where it ends and the world begins is defined, and changes are considered and published. */
import type { Characteristic } from "../../check.ts";
import { declaredIsThere } from "./declared-is-there.ts";
import { declaresWhatUsersUse } from "./declares-what-users-use.ts";
import { deprecatesBeforeRemoving } from "./deprecates-before-removing.ts";
import { elementsDocumented } from "./elements-documented.ts";
import { rangesFit } from "./ranges-fit.ts";
import { releasesKeepTheirWord } from "./releases-keep-their-word.ts";
import { respectsOthersEntries } from "./respects-others-entries.ts";
import { usersKeepToEntries } from "./users-keep-to-entries.ts";
import { versionsInOrder } from "./versions-in-order.ts";

export const clearInterfaces: Characteristic = {
  id: "clear-interfaces",
  title: "Clear interfaces",
  checks: [
    declaresWhatUsersUse,
    usersKeepToEntries,
    elementsDocumented,
    declaredIsThere,
    versionsInOrder,
    releasesKeepTheirWord,
    deprecatesBeforeRemoving,
    rangesFit,
    respectsOthersEntries,
  ],
};

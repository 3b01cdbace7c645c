/** D7. If a product elsewhere does it, use it or improve it; otherwise be the best at this one problem. */
import type { Characteristic } from "../../check.ts";
import { alternativesReconfirmed } from "./alternatives-reconfirmed.ts";
import { alternativesRecorded } from "./alternatives-recorded.ts";
import { decisionsRecorded } from "./decisions-recorded.ts";
import { improvesUpstream } from "./improves-upstream.ts";
import { notDoneTwice } from "./not-done-twice.ts";
import { providesAlone } from "./provides-alone.ts";

export const buildOrUseBest: Characteristic = {
  id: "build-or-use-best",
  title: "Build the best or use the best",
  checks: [
    alternativesRecorded,
    alternativesReconfirmed,
    notDoneTwice,
    providesAlone,
    improvesUpstream,
    decisionsRecorded,
  ],
};

/** D7. If a product elsewhere does it, use it or improve it; otherwise be the best at this one problem. */
import type { Characteristic } from "../../check.ts";
import { alternativesRecorded } from "./alternatives-recorded.ts";

export const buildOrUseBest: Characteristic = {
  id: "build-or-use-best",
  title: "Build the best or use the best",
  checks: [alternativesRecorded],
};

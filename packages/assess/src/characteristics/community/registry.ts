/** D6. A place to discuss, ask and report; contributors from outside. */
import type { Characteristic } from "../../check.ts";
import { outsideContributions } from "./outside-contributions.ts";

export const community: Characteristic = {
  id: "community",
  title: "Community",
  checks: [outsideContributions],
};

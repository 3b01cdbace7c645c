import type { Check } from "../../check.ts";
import { CLEAN_COPY, cleanCopyOutcome } from "./clean-copy-text.ts";

export const buildsAlone: Check = {
  name: "builds-alone",
  title: "It builds with nothing but its folder and what it declares",
  looksAt: CLEAN_COPY,
  mend: "Move what the end of the log misses into the product, or declare it; see what it fetches while it builds.",
  source: "Doctrine D3: installs, builds and tests with nothing from outside its folder but its declared dependencies.",
  effort: "hours",
  run: (context) => cleanCopyOutcome("builds", context),
};

import type { Check } from "../../check.ts";
import { CLEAN_COPY, cleanCopyOutcome } from "./clean-copy-text.ts";

export const installsAlone: Check = {
  name: "installs-alone",
  title: "It installs in a copy of its own folder",
  looksAt: CLEAN_COPY,
  mend: "Declare in its manifest what the end of the log misses, and commit the lock file.",
  source: "Doctrine D3: installs, builds and tests with nothing from outside its folder but its declared dependencies.",
  effort: "hours",
  run: (context) => cleanCopyOutcome("installs", context),
};

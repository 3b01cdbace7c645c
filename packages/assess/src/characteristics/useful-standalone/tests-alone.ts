import type { Check } from "../../check.ts";
import { CLEAN_COPY, cleanCopyOutcome } from "./clean-copy-text.ts";

export const testsAlone: Check = {
  name: "tests-alone",
  title: "Its tests pass with nothing but its folder and what it declares",
  looksAt: CLEAN_COPY,
  mend: "Move what the end of the log misses into the product, or declare it; let tests need no network.",
  source: "Doctrine D3: installs, builds and tests with nothing from outside its folder but its declared dependencies.",
  effort: "days",
  run: (context) => cleanCopyOutcome("tests", context),
};

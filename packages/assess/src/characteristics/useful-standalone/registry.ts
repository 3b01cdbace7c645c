/** D3. Anyone with the use case can pick it up, outside this organisation too. */
import type { Characteristic } from "../../check.ts";
import { buildsAlone } from "./builds-alone.ts";
import { canBeHad } from "./can-be-had.ts";
import { declaresWhatItImports } from "./declares-what-it-imports.ts";
import { installsAlone } from "./installs-alone.ts";
import { licenceAgrees } from "./licence-agrees.ts";
import { needsOnlyPublic } from "./needs-only-public.ts";
import { scriptsStayInside } from "./scripts-stay-inside.ts";
import { staysInItsFolder } from "./stays-in-its-folder.ts";
import { testedInAPipeline } from "./tested-in-a-pipeline.ts";
import { testsAlone } from "./tests-alone.ts";
import { usedOutsideItsParent } from "./used-outside-its-parent.ts";

export const usefulStandalone: Characteristic = {
  id: "useful-standalone",
  title: "Useful standalone",
  checks: [
    canBeHad,
    declaresWhatItImports,
    staysInItsFolder,
    needsOnlyPublic,
    scriptsStayInside,
    installsAlone,
    buildsAlone,
    testsAlone,
    testedInAPipeline,
    licenceAgrees,
    usedOutsideItsParent,
  ],
};

import type { Check } from "../../check.ts";
import { isShippedPlace } from "../../text/shipped-place.ts";
import { atMost } from "../../outcome.ts";

/** A copy of somebody else's product is maintained by nobody: not by them, and not by us. */
export const improvesUpstream: Check = {
  name: "improves-upstream",
  title: "It uses what others make instead of keeping copies of it",
  looksAt:
    "Units in its folder that are copies of other projects (`vendor`, `third_party`, `node_modules` committed, submodules and fixtures left out).",
  mend: "Depend on the original by its name, and send to it what was changed in the copy.",
  source: "Doctrine D7: use it or improve it.",
  thresholds: { copies: "Copies at most." },
  effort: "days",
  run({ everyUnit, units, threshold, at, missing }) {
    const copies = everyUnit.filter(
      ({ role, kind, path }) => role === "vendored" && kind !== "submodule" && isShippedPlace(`${path}/`),
    );
    const evidence =
      copies.length > 0
        ? copies.slice(0, 8).map(({ manifest, path, name }) => at(manifest ?? path, undefined, name))
        : [missing(`${units.length} units, none of them a copy`)];
    return atMost(copies.length, threshold("copies"), `It keeps ${copies.length} copies of other projects.`, evidence);
  },
};

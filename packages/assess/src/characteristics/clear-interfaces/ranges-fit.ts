import type { Check } from "../../check.ts";
import { keptRange, keptVersion } from "../../text/kept-versions.ts";
import { meantRange } from "../../text/meant-range.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** A user whose range leaves out the present version is on an older one, or broken. */
export const rangesFit: Check = {
  name: "ranges-fit",
  title: "What its users ask for is what it offers",
  looksAt: "Version ranges in the manifests of other products (npm and Cargo), against its present version.",
  mend: "Help the users whom the evidence names to the present version, or release what they wait for.",
  source: "Doctrine: interfaces carry notice; consumers state ranges.",
  thresholds: { users: "Units whose range leaves the present version out, at most." },
  effort: "days",
  run({ uses, threshold }) {
    const ranged = uses().flatMap(({ consume, unit, provider }) => {
      const version = keptVersion(provider.version ?? "");
      const range = version === null ? undefined : meantRange(consume.range, unit.ecosystem);
      return range === undefined || version === null ? [] : [{ unit, provider, version, range }];
    });
    if (ranged.length === 0) return notApplicable("No user states a range that could be compared with its version.");
    const apart = ranged.filter(({ range, version }) => keptRange(range)?.test(version) === false);
    const shown = (apart.length > 0 ? apart : ranged).slice(0, 5);
    const evidence = shown.map(({ unit, range, provider }) => ({
      repository: unit.repository,
      path: unit.manifest ?? unit.path,
      detail: `${provider.name} ${range}, offered ${provider.version ?? ""}`,
    }));
    return atMost(
      apart.length,
      threshold("users"),
      `${apart.length} of ${ranged.length} ranges leave out its present version.`,
      evidence,
    );
  },
};

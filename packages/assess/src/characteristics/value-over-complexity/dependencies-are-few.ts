import type { Check } from "../../check.ts";
import { counted } from "../../text/counted.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** Each dependency is somebody else's schedule; the more there are, the more a change of theirs costs. */
export const dependenciesAreFew: Check = {
  name: "dependencies-are-few",
  title: "It gets by with few things from outside",
  looksAt: "Different things that its units declare to need when they run, whether of the portfolio or not.",
  mend: "Drop what the standard library or another dependency does as well.",
  source:
    "The median package on npm has 3 to 6 direct dependencies, applications some dozens (Decan, Mens and Grosjean, 2019); above the limit it is out of their range.",
  thresholds: { dependencies: "Direct run-time dependencies at most." },
  effort: "weeks",
  run({ shipped, threshold, at }) {
    const declared = new Map(
      shipped
        .filter(({ kind }) => kind === "package" || kind === "module")
        .flatMap(({ consumes, manifest, path }) =>
          consumes
            .filter((one) => one.declared && one.scope === "runtime")
            .map((one) => [one.id, manifest ?? path] as const),
        ),
    );
    if (declared.size === 0) return notApplicable("It declares no run-time dependency.");
    const manifests = [...Map.groupBy(declared, ([, place]) => place)].sort((a, b) => b[1].length - a[1].length);
    return atMost(
      declared.size,
      threshold("dependencies"),
      `It needs ${counted(declared.size, "thing")} when it runs.`,
      manifests.slice(0, 4).map(([path, ids]) => at(path, undefined, `${ids.length} of them`)),
    );
  },
};

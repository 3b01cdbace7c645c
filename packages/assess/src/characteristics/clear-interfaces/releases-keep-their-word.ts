import type { Check } from "../../check.ts";
import { counted } from "../../text/counted.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";

/** A version is a promise of what the next one may break. */
export const releasesKeepTheirWord: Check = {
  name: "releases-keep-their-word",
  title: "Its releases broke nothing that their version did not announce",
  looksAt:
    "Its last releases, each compared with the one before, interface by interface (`freehold assess --releases`): whether the version went up as far as the changes need. Pre-releases are left out; what was only added, and a need that rests on changes nobody could judge, do not count; nor does what says of itself that it is provisional.",
  mend: "Before the next release run `freehold diff <last tag>` and give it the version that it asks for.",
  source: "Semantic Versioning 2.0.0, https://semver.org, items 6 to 8; doctrine D2.",
  thresholds: { releases: "Releases at most whose version was too small: a promise broken once is broken." },
  effort: "minutes",
  run({ facts, units, threshold }) {
    const steps = facts?.releaseSteps;
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    if (facts.releases.length < 2) return notApplicable("It has fewer than two releases.");
    if (steps?.length === 0 && !units.some(({ interfaces = [] }) => interfaces.length > 0))
      return notApplicable("None of its interfaces can be compared.");
    if (steps === undefined || steps.length === 0)
      return unknown("Its releases were not compared: freehold assess --releases does.");
    // An addition in too small a version surprises nobody's build.
    const wrong = steps.filter(({ honoured, certain, breaking }) => !honoured && certain && breaking.length > 0);
    const doubtful = steps.filter(({ honoured, certain }) => !honoured && !certain).length;
    if (wrong.length === 0 && doubtful === steps.length)
      return unknown(`Whether its last ${steps.length} releases needed a larger version can't be told.`);
    const evidence = (wrong.length > 0 ? wrong : steps)
      .slice(0, 5)
      .map(({ from, to, required, certain, breaking }) => ({
        commit: to.commit,
        detail: certain
          ? `${from.tag} to ${to.tag} needed ${required}${breaking[0] === undefined ? "" : `: ${breaking[0].message}`}`
          : `${from.tag} to ${to.tag}: what it needed can't be told`,
      }));
    return atMost(
      wrong.length,
      threshold("releases"),
      `${wrong.length} of its last ${counted(steps.length, "release")} broke more than ${steps.length === 1 ? "its version says" : "their version says"}${doubtful === 0 ? "" : `; of ${doubtful} it can't be told`}.`,
      evidence,
    );
  },
};

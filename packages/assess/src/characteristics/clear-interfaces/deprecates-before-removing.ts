import type { Check } from "../../check.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";

/** Whoever uses something that goes has to hear of it while it is still there. */
export const deprecatesBeforeRemoving: Check = {
  name: "deprecates-before-removing",
  title: "What it removes was deprecated before",
  looksAt:
    "The elements that its last releases removed (`freehold assess --releases`): whether the release before marked them as deprecated. A member goes with what it is a member of; variables, ports and entries of manifests, which have no place for a mark, do not count.",
  mend: "Mark what is to go as deprecated, with what to use instead, in one release; remove it in a later one.",
  source:
    "Semantic Versioning 2.0.0, question on deprecating functionality, https://semver.org; doctrine: interfaces carry notice.",
  thresholds: { share: "Share of removed elements at most that nobody was warned of." },
  effort: "hours",
  run({ facts, units, threshold }) {
    const steps = facts?.releaseSteps;
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    if (facts.releases.length < 2) return notApplicable("It has fewer than two releases.");
    if (steps?.length === 0 && !units.some(({ interfaces = [] }) => interfaces.length > 0))
      return notApplicable("None of its interfaces can be compared.");
    if (steps === undefined || steps.length === 0)
      return unknown("Its releases were not compared: freehold assess --releases does.");
    const removed = steps.reduce((sum, step) => sum + step.removed, 0);
    if (removed === 0)
      return notApplicable(`Its last ${steps.length} releases removed nothing that could have been marked.`);
    const announced = steps.reduce((sum, step) => sum + step.announced, 0);
    const evidence = steps
      .filter((step) => step.removed > 0)
      .slice(0, 5)
      .map(({ to, unannounced }) => ({
        commit: to.commit,
        detail:
          unannounced.length === 0
            ? `${to.tag} removed what was deprecated`
            : `${to.tag} removed ${unannounced.join(", ")}`,
      }));
    const share = Math.round(((removed - announced) / removed) * 100) / 100;
    return atMost(
      share,
      threshold("share"),
      `${announced} of ${removed} removed elements were deprecated in the release before.`,
      evidence,
    );
  },
};

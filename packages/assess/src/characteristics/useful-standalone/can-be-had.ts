import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";

/** What cannot be had as a version can only be copied. */
export const canBeHad: Check = {
  name: "can-be-had",
  title: "It can be had without copying its source",
  looksAt:
    "Released versions (tags), units that are meant to be published, and what others can refer to: images, actions, charts, modules.",
  mend: "Tag a release, or publish a package, an image or an archive from the pipeline.",
  source: "Doctrine D3.",
  effort: "hours",
  run({ facts, units, everyUnit, at, missing }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const published = units.find((unit) => unit.published === true);
    if (published !== undefined)
      return passed(`It publishes ${published.name}.`, [
        at(published.manifest ?? published.path, undefined, published.kind),
      ]);
    const [release] = facts.releases;
    if (release !== undefined)
      return passed(`It is released: ${release.tag}.`, [
        { commit: release.commit, detail: `${release.tag}, ${release.releasedAt.slice(0, 10)}` },
      ]);
    const referred = everyUnit.find(
      ({ kind, role }) =>
        role === "source" && (kind === "action" || kind === "chart" || kind === "image" || kind === "module"),
    );
    if (referred !== undefined)
      return passed(`It offers the ${referred.kind} ${referred.name}.`, [at(referred.manifest ?? referred.path)]);
    return failed("It has no release, and nothing in it is published.", [missing("no release tag, no published unit")]);
  },
};

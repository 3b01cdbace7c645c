import { highestRelease } from "../../context/releases-of-unit.ts";
import { keptVersion } from "../../text/kept-versions.ts";
import type { Check } from "../../check.ts";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";

/** A version says something only if the next one is higher. */
export const versionsInOrder: Check = {
  name: "versions-in-order",
  title: "Its versions are semantic, and manifest and releases agree",
  looksAt:
    "Its release tags: each a semantic version; and the version in its manifests, which is that of the last release or a later one.",
  mend: "Set the version in the manifest to that of the next release, and tag releases as `v1.2.3`.",
  source: "Semantic Versioning 2.0.0, https://semver.org; doctrine D2.",
  effort: "minutes",
  run(context) {
    const { facts, units, at } = context;
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const releases = facts.releases;
    const [latest] = releases;
    if (latest === undefined) return notApplicable("It is not released by tags.");
    const odd = releases.filter(({ version }) => keptVersion(version) === null);
    const tag = (one: typeof latest) => ({ commit: one.commit, detail: one.tag });
    if (
      odd.length > releases.length / 2 &&
      !units.some(({ provides }) => provides.some(({ id }) => /^(?:pkg|api):/.test(id)))
    )
      return notApplicable("It provides nothing whose users a version would warn.");
    if (odd.length > releases.length / 2)
      return failed(
        `${odd.length} of its last ${releases.length} releases are no semantic versions.`,
        odd.slice(0, 5).map(tag),
      );
    const behind = units.flatMap((unit) => {
      const said = keptVersion(unit.version ?? "");
      // 0.0.0 in a manifest says that the version is filled in when it is published.
      if (unit.published !== true || said === null || unit.version?.startsWith("0.0.0") === true) return [];
      const highest = highestRelease(context, unit);
      return highest === undefined || said.compare(highest.version) >= 0 ? [] : [{ unit, highest }];
    });
    const [first] = behind;
    return first === undefined
      ? passed(
          `${releases.length - odd.length} of its last ${releases.length} releases are semantic versions, and no manifest is behind them.`,
          [tag(latest)],
        )
      : failed(
          `The manifest of ${first.unit.name} says ${first.unit.version ?? ""}, while ${first.highest.version} is released.`,
          [at(first.unit.manifest ?? "", undefined, `version ${first.unit.version ?? ""}`), tag(first.highest)],
        );
  },
};

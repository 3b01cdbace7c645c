import type { Document } from "@freehold/model";
import { coerce, compare } from "semver";
import { releasesOfUnit } from "../../context/releases-of-unit.ts";
import type { Check } from "../../check.ts";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";

/** A changelog that stopped is worse than none: it says that nothing changed. */
export const changelogKept: Check = {
  name: "changelog-kept",
  title: "Its changelog tells of its last release",
  looksAt:
    "The newest versions described in its changelog against its release tags. Without a changelog the notes may be kept at the code host, which is not seen here.",
  mend: "Describe the releases that are missing, newest first, each with its version and date.",
  source: "keepachangelog.com; doctrine D2: changes are considered and published.",
  thresholds: { behind: "Releases that it may lack before it counts as stopped." },
  effort: "hours",
  step: "changelog",
  run(context) {
    const { facts, threshold, at, units, product, portfolio } = context;
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const whole = portfolio.around(product);
    const around = whole === undefined ? undefined : portfolio.facts.get(whole.id);
    const [inside, above] = [facts, around].map((one) => (one?.documents ?? []).filter(isLog));
    // What is released by the tags of the whole is told of in the changelog of the whole.
    const shared = around !== undefined && around.releases[0]?.tag === facts.releases[0]?.tag;
    const logs = inside?.length === 0 && shared ? (above ?? []) : (inside ?? []);
    const [log] = logs.toSorted((a, b) => (b.releases?.length ?? 0) - (a.releases?.length ?? 0));
    const home = log?.path.slice(0, Math.max(0, log.path.lastIndexOf("/")));
    const unit = units.find(({ path, version: own }) => own !== undefined && (home === undefined || path === home));
    const released = (unit === undefined ? facts.releases : releasesOfUnit(context, unit)).filter(
      ({ version }) => !version.includes("-"),
    );
    const version = unit?.version;
    if (log === undefined) {
      const any = facts.documents.find(({ role }) => role === "changelog");
      if (released.length === 0) return notApplicable("It is not released by tags, and keeps no changelog.");
      return any === undefined
        ? unknown("It keeps no changelog; its release notes may be at the code host.")
        : unknown("Its changelog names no versions that could be compared.", [at(any.path)]);
    }
    const told = new Set(log.releases?.map((one) => one.version));
    const top = log.releases?.[0];
    const seen = at(log.path, top?.line, top?.version);
    if (released.length === 0) {
      return version === undefined
        ? notApplicable("It is not released by tags.")
        : told.has(version)
          ? passed(`It tells of ${version}, the version in its manifest.`, [seen])
          : failed(`It does not tell of ${version}, the version in its manifest.`, [seen]);
    }
    const behind = released.findIndex((one) => told.has(one.version) || isBefore(one.version, top?.version));
    const lacking = behind === -1 ? released.length : behind;
    const newest = released[0];
    const measure = { value: lacking, threshold: threshold("behind") };
    const evidence = [seen, { commit: newest?.commit ?? "", detail: newest?.tag ?? "" }];
    return lacking <= threshold("behind")
      ? passed(
          lacking === 0
            ? `It tells of ${told.has(newest?.version ?? "") ? `${newest?.version ?? ""}, the last release` : `${top?.version ?? ""}, later than the last release`}.`
            : `It lacks the last ${lacking} releases.`,
          evidence,
          measure,
        )
      : failed(
          `It lacks the last ${lacking} releases; the newest it tells of is ${top?.version ?? ""}.`,
          evidence,
          measure,
        );
  },
};

function isLog({ role, releases = [] }: Document): boolean {
  return role === "changelog" && releases.length > 0;
}

/** A changelog may begin after the last tag that somebody made. */
function isBefore(released: string, told: string | undefined): boolean {
  const [before, after] = [coerce(released), coerce(told)];
  return before !== null && after !== null && compare(before, after) < 0;
}

/**
 * The version that changes need, and whether the manifest honours it.
 *
 * Semantic Versioning 2.0.0 (https://semver.org): a break needs a new major version, an addition a new
 * minor one. Below 1.0.0 anything may change (its item 4); by the convention of npm's and Cargo's caret
 * ranges a break there needs a new minor version, below 0.1.0 any new version.
 */
import type { InterfaceChange, VersionStep, VersionVerdict } from "@freehold/model";
import { coerce, inc, parse, type SemVer } from "semver";

const ORDER: readonly VersionStep[] = ["none", "patch", "minor", "major"];

export interface Versions {
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Files of the unit changed, beyond documentation. */
  readonly touched: boolean;
}

export function judgeVersion(
  changes: readonly InterfaceChange[],
  { before, after, touched }: Versions,
): VersionVerdict {
  const counted = changes.filter(({ waived }) => waived === undefined);
  const broken = counted.some((change) => change.class === "breaking");
  const unknown = counted.some((change) => change.class === "unknown");
  const old = versionOf(before);
  const required = stepFor(
    broken || unknown ? "major" : changes.length > 0 ? "minor" : touched ? "patch" : "none",
    old,
  );
  const common = { required, certain: broken || !unknown, ...(before === undefined ? {} : { before }) };
  const next = old === undefined || required === "none" ? undefined : (inc(old, required) ?? undefined);
  const wanted = { ...common, ...(after === undefined ? {} : { after }), ...(next === undefined ? {} : { next }) };
  const young = versionOf(after);
  if (old === undefined || young === undefined) return { ...wanted, verdict: "unversioned" };
  if (old.compare(young) === 0) return { ...wanted, verdict: required === "none" ? "honoured" : "not-released" };
  const taken = stepBetween(old, young);
  return { ...wanted, taken, verdict: rank(taken) >= rank(required) ? "honoured" : "too-small" };
}

function stepFor(step: VersionStep, version: SemVer | undefined): VersionStep {
  if (version === undefined || version.major > 0 || step === "none") return step;
  if (step === "major") return version.minor > 0 ? "minor" : "patch";
  return "patch";
}

/** Going down, or to a pre-release of the same version, is no step. */
function stepBetween(old: SemVer, young: SemVer): VersionStep {
  if (young.compare(old) <= 0) return "none";
  if (young.major !== old.major) return "major";
  if (young.minor !== old.minor) return "minor";
  return "patch";
}

function rank(step: VersionStep): number {
  return ORDER.indexOf(step);
}

/** Other ecosystems write versions a little differently: `1.2`, `v1.2.3`, `1.2.3.post1`. */
function versionOf(text: string | undefined): SemVer | undefined {
  if (text === undefined) return undefined;
  return parse(text) ?? coerce(text) ?? undefined;
}

/**
 * The stage that the evidence shows, beside the one declared. A rule a stage, tried from the surest; where
 * none says enough (a service that is deployed without tags) the stage stays unknown. Revenue is never seen.
 */
import type { Release, Stage, StageResult } from "@freehold/model";
import type { Sight } from "../check.ts";
import type { ProductContext } from "../context/product-context.ts";
import { versionOf } from "./version.ts";

const YEAR = 365.25 * 24 * 3600 * 1000;
/** A product is mature when it has kept its promise (a major version) this long, with releases to show. */
const MATURE_YEARS = 3;
const MATURE_RELEASES = 10;
const BETA_RELEASES = 5;
/** Unreleased and older than this it may well be in use; nothing here could tell. */
const YOUNG_YEARS = 1;

interface Seen {
  readonly stage: Stage | undefined;
  readonly text: string;
  readonly evidence: readonly Sight[];
}

export function observeStage(context: ProductContext): StageResult {
  const declared = context.product.stage?.value;
  const seen = saysObsolete(context) ?? fromReleases(context) ?? fromWork(context);
  return {
    ...(declared === undefined ? {} : { declared }),
    ...(seen.stage === undefined ? {} : { observed: seen.stage }),
    reasons: [{ text: seen.text, evidence: seen.evidence.map((sight) => ({ rule: "stage.observed", ...sight })) }],
  };
}

/** Its own README says that it is over, where it introduces itself. */
function saysObsolete(context: ProductContext): Seen | undefined {
  const readme = context.document("readme");
  const places = [readme?.title, readme?.lead].filter((place) => place !== undefined);
  const said = places.find(({ text }) =>
    /^\W*(?:\[?(?:deprecated|archived|unmaintained)\b)|\b(?:is|has been) (?:now )?(?:deprecated|archived|discontinued|unmaintained|no longer (?:maintained|developed|supported))\b/i.test(
      text.slice(0, 200),
    ),
  );
  if (readme === undefined || said === undefined) return undefined;
  const evidence = [context.at(readme.path, said.line, said.text.slice(0, 120))];
  return { stage: "obsolete", text: "Its README says that it is over.", evidence };
}

function fromReleases(context: ProductContext): Seen | undefined {
  const { facts, portfolio } = context;
  const releases = facts?.releases ?? [];
  const stable = releases.filter((release) => isStable(release));
  const newest = stable[0];
  const first = facts?.firstStable ?? stable.at(-1);
  if (first !== undefined && newest !== undefined) {
    const years = (portfolio.asOf - Date.parse(first.releasedAt)) / YEAR;
    const mature = years >= MATURE_YEARS && (facts?.releaseCount ?? 0) >= MATURE_RELEASES;
    const text = `It has released ${newest.version}; ${facts?.releaseCount ?? 0} releases, the first with a major version ${years.toFixed(1)} years ago.`;
    return { stage: mature ? "mature" : "stable", text, evidence: [tagOf(newest), tagOf(first)] };
  }
  const latest = releases[0];
  if (latest !== undefined) {
    const stage = releases.length >= BETA_RELEASES || versionOf(latest.version)?.major !== 0 ? "beta" : "alpha";
    return { stage, text: `It has ${releases.length} releases, none of them stable.`, evidence: [tagOf(latest)] };
  }
  return fromManifest(context);
}

/** Published from CI without tags: the manifest's version is what users get. */
function fromManifest(context: ProductContext): Seen | undefined {
  const unit = context.units.find(({ published, version }) => published === true && version !== undefined);
  const version = versionOf(unit?.version ?? "");
  if (unit === undefined || version === undefined) return undefined;
  // Templates and work in progress carry 0.0.0 and 1.0.0 without ever having been released.
  if (/^(?:0\.0\.0|1\.0\.0)(?:-|$)/.test(unit.version ?? "")) return undefined;
  const stage = version.major === 0 ? "alpha" : version.prerelease ? "beta" : "stable";
  const text = `No tag is a release of it; its manifest publishes ${unit.version ?? ""}.`;
  return { stage, text, evidence: [context.at(unit.manifest ?? unit.path, undefined, unit.version)] };
}

function fromWork(context: ProductContext): Seen {
  const { facts, portfolio } = context;
  if (facts === undefined) return { stage: undefined, text: "The snapshot has no facts of it.", evidence: [] };
  const { size, history } = facts;
  if (size.sourceFiles === 0) {
    const words = (facts.guides?.words ?? 0) + (facts.documents.find(({ role }) => role === "readme")?.words ?? 0);
    return words > 2000
      ? { stage: undefined, text: "It is made of text, without releases that would tell its stage.", evidence: [] }
      : { stage: "idea", text: "There is no source and hardly a text yet.", evidence: [context.missing("no source")] };
  }
  const years = history === undefined ? undefined : (portfolio.asOf - Date.parse(history.firstCommit)) / YEAR;
  if (years === undefined || years > YOUNG_YEARS) {
    const text = "It was never released by a tag and is no longer new, so its stage cannot be told.";
    return { stage: undefined, text, evidence: [] };
  }
  const tested = size.firstTest === undefined ? [] : [context.at(size.firstTest, undefined, "a test")];
  return tested.length > 0
    ? { stage: "alpha", text: `Begun ${years.toFixed(1)} years ago, with tests, not released.`, evidence: tested }
    : {
        stage: "proof-of-concept",
        text: `Begun ${years.toFixed(1)} years ago, without tests, not released.`,
        evidence: [context.missing(`${size.sourceFiles} source files, no test`)],
      };
}

function isStable({ version }: Release): boolean {
  const parts = versionOf(version);
  return parts !== undefined && parts.major > 0 && !parts.prerelease;
}

function tagOf({ tag, commit, releasedAt }: Release): Sight {
  return { commit, detail: `${tag}, ${releasedAt.slice(0, 10)}` };
}

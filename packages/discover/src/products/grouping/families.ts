/**
 * Families: groups that are one product although each has a life of its own inside it. The members stay
 * visible as components, since two hundred packages in one heap explain nothing.
 */
import type { Evidence } from "@freehold/model";
import { kebab, shortName } from "../paths.ts";
import type { Groups } from "./groups.ts";
import type { Place } from "./places.ts";
import type { RepositoryPlaces } from "./repository-places.ts";

export interface Family {
  /** Leads of the groups in it. */
  readonly leads: readonly number[];
  readonly reasons: readonly Evidence[];
  readonly confidence: number;
}

const FEWEST = 3;
const RECENT = 10;
/** A version that half of the world's packages have is no sign of releasing together. */
const TRIVIAL = /^0\.0\.\d+$|^0\.1\.0$|^1\.0\.0$/;

/** The families of a repository; a group is in one at most. */
export function findFamilies(described: RepositoryPlaces, groups: Groups): Family[] {
  const lockstep = lockstepFamilies(described, groups);
  if (lockstep.length > 0) return lockstep;
  const brand = brandFamily(described, groups);
  return brand === undefined ? [] : [brand];
}

/**
 * Lockstep: the same version in at least half of the units that are released by the same commits.
 * Members may lag behind in the last number: a release that changes nothing in them passes them by.
 */
function lockstepFamilies(described: RepositoryPlaces, groups: Groups): Family[] {
  const { places, evidence } = described;
  const versioned = places.filter(
    (place) =>
      place.released &&
      versionOf(place) !== undefined &&
      place.folder !== "" &&
      !groups.isPinned(groups.leadOf(place.index)),
  );
  const byVersion = Map.groupBy(versioned, (place) => versionOf(place) ?? "");
  const found: Family[] = [];
  const taken = new Set<number>();
  const ranked = [...byVersion].filter(([version]) => !TRIVIAL.test(version)).sort((a, b) => b[1].length - a[1].length);
  for (const [version, same] of ranked) {
    const free = same.filter((place) => !taken.has(groups.leadOf(place.index)));
    if (free.length < FEWEST) continue;
    const together = releasedTogether(described, free, versioned);
    const core = free.filter((place) => together.includes(place));
    if (core.length < FEWEST || core.length * 2 < together.length) continue;
    const members = together.filter((place) => majorOf(versionOf(place)) === majorOf(version));
    const leads = [...new Set(members.map((place) => groups.leadOf(place.index)))].filter((lead) => !taken.has(lead));
    if (leads.length < FEWEST) continue;
    for (const lead of leads) taken.add(lead);
    const detail =
      `${core.length} of ${together.length} units that are released together have the version ${version}: ` +
      nameSome(core.map((place) => place.lead.name));
    found.push({ leads, reasons: [evidence("lockstep", detail, core[0]?.lead.manifest)], confidence: 0.8 });
  }
  return found;
}

/**
 * The units most of whose latest releases are joint ones: commits that release at least half of the
 * core. Where the history shows no releases, all that are released count, so that only a version that
 * most of them share is a sign.
 */
function releasedTogether(
  { history }: RepositoryPlaces,
  core: readonly Place[],
  all: readonly Place[],
): readonly Place[] {
  const counts = new Map<number, number>();
  for (const place of core) {
    for (const commit of history?.releases[place.index] ?? []) counts.set(commit, (counts.get(commit) ?? 0) + 1);
  }
  if (history === undefined || counts.size === 0) return all;
  return all.filter((place) => {
    // Packages join and leave the common release over the years.
    const recent = (history.releases[place.index] ?? new Uint32Array()).slice(-RECENT);
    const joint = recent.filter((commit) => (counts.get(commit) ?? 0) * 2 >= core.length);
    return joint.length > 0 && joint.length * 2 >= recent.length;
  });
}

/** Brand: nearly all released units carry the name of the repository in their own. */
function brandFamily({ facts, places, evidence }: RepositoryPlaces, groups: Groups): Family | undefined {
  const brand = kebab(shortName(facts.name));
  const released = places.filter(
    (place) => place.released && place.folder !== "" && !groups.isPinned(groups.leadOf(place.index)),
  );
  const branded = released.filter((place) => `-${kebab(shortName(place.lead.name))}-`.includes(`-${brand}-`));
  if (brand === "" || branded.length < FEWEST || branded.length < released.length * 0.8) return undefined;
  const detail = `${branded.length} of ${released.length} released units are named after the repository: ${nameSome(branded.map((place) => place.lead.name))}`;
  const leads = [...new Set(released.map((place) => groups.leadOf(place.index)))];
  return leads.length < 2 ? undefined : { leads, reasons: [evidence("brand", detail)], confidence: 0.6 };
}

function versionOf(place: Place): string | undefined {
  return place.units.find((unit) => unit.version !== undefined)?.version;
}

function majorOf(version: string | undefined): string {
  return /^v?(\d+)/.exec(version ?? "")?.[1] ?? "";
}

function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

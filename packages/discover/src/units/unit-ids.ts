/**
 * Ids of units: the repository, the ecosystem and the name, so that a unit that moves to another
 * folder stays the same. Where two share a name, the first keeps it and the others add their folder.
 */
import type { Problem } from "@freehold/model";
import { identifyPlace } from "../ecosystems/reading/identify.ts";
import type { IdentifiedUnit, RoledUnit } from "./draft.ts";

export interface IdentifiedUnits {
  readonly units: readonly IdentifiedUnit[];
  readonly problems: readonly Problem[];
}

export function identifyUnits(units: readonly RoledUnit[], repository: string): IdentifiedUnits {
  const identified: IdentifiedUnit[] = [];
  const problems: Problem[] = [];
  for (const same of Map.groupBy(units, (unit) => `${unit.ecosystem}:${unit.draft.name}`).values()) {
    const ordered = same.toSorted(byStanding);
    const taken = new Set<string>();
    for (const unit of ordered) {
      const id = firstFree(unit, repository, taken);
      taken.add(id);
      identified.push({ ...unit, id });
    }
    const duplicate = duplicateProblem(ordered);
    if (duplicate !== undefined) problems.push(duplicate);
  }
  return { units: identified.toSorted(byPlace), problems };
}

/** Real before fixtures, then shallow before deep: what people mean when they say the name. */
function byStanding(one: RoledUnit, other: RoledUnit): number {
  return (
    Number(one.role !== "source") - Number(other.role !== "source") ||
    depthOf(one) - depthOf(other) ||
    compare(one.draft.path, other.draft.path) ||
    compare(one.draft.manifest, other.draft.manifest)
  );
}

function firstFree(unit: RoledUnit, repository: string, taken: ReadonlySet<string>): string {
  const { name, path, manifest } = unit.draft;
  const base = `${repository}#${unit.ecosystem}:${name}`;
  const candidates = [base, `${base}@${path}`, `${base}@${manifest}`];
  const free = candidates.find((candidate) => !taken.has(candidate));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(`${base}@${manifest}#${number}`)) number++;
  return `${base}@${manifest}#${number}`;
}

/** Two packages of one name can't both be published, and a consumer can't say which it means. */
function duplicateProblem(ordered: readonly RoledUnit[]): Problem | undefined {
  const real = ordered.filter(
    ({ role, draft }) => role === "source" && (draft.kind === "package" || draft.kind === "module"),
  );
  const named = real.filter(({ draft }) => draft.provides.some(({ id }) => id.startsWith("pkg:")));
  const [first, second, ...more] = named;
  if (first === undefined || second === undefined) return undefined;
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return {
    code: "units/duplicate-name",
    severity: "warning",
    message: `"${first.draft.name}" is also the name of ${second.draft.manifest}${others}`,
    hint: "Give each its own name, or move copies to a folder for fixtures, examples or templates.",
    path: first.draft.manifest,
    ...(first.draft.provides[0]?.evidence[0]?.line !== undefined && { line: first.draft.provides[0].evidence[0].line }),
  };
}

function byPlace(one: IdentifiedUnit, other: IdentifiedUnit): number {
  return compare(one.draft.path, other.draft.path) || compare(one.id, other.id);
}

function depthOf(unit: RoledUnit): number {
  return unit.draft.path === "" ? 0 : unit.draft.path.split("/").length;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The unit that stands for a repository without a manifest at its root. */
export function rootFolderUnit(repository: string): RoledUnit {
  const evidence = [{ rule: "units.root-folder", detail: "the repository itself; no manifest at its root" }];
  return {
    ecosystem: "folder",
    role: "source",
    draft: {
      kind: "folder",
      name: repository.slice(repository.lastIndexOf("/") + 1) || "repository",
      path: "",
      manifest: "",
      provides: [{ id: identifyPlace(repository, ""), evidence }],
      consumes: [],
    },
  };
}

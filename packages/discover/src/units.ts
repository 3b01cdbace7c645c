/**
 * The units of a repository: every ecosystem's manifests, put together into one list in which each
 * file belongs to one unit and each unit has an id, a role and the evidence of both.
 */
import type { Evidence, Problem, Unit } from "@freehold/model";
import type { Cache, FileTree } from "@freehold/repository";
import type { Assembled, Ecosystem, Entry, LooseConsume, PathIndex, UnitDraft } from "./ecosystems/ecosystem.ts";
import { identifyRepository } from "./ecosystems/reading/identify.ts";
import { ecosystems as registered } from "./ecosystems/registry.ts";
import { assignRoles } from "./roles.ts";
import type { FoundUnit, IdentifiedUnit } from "./units/draft.ts";
import { fileOwners, type UnitOf } from "./units/file-owners.ts";
import { readManifests } from "./units/manifests.ts";
import { mergeConsumes } from "./units/merge-consumes.ts";
import { indexPaths } from "./units/path-index.ts";
import { identifyUnits, rootFolderUnit } from "./units/unit-ids.ts";

/** What a manifest says that no snapshot needs and other steps of the scan do. */
export interface UnitExtras {
  readonly entries: readonly Entry[];
  readonly maintainers: readonly { readonly text: string; readonly line?: number }[];
  /** Folders of its members. */
  readonly workspaces: readonly string[];
  /** Names that its source uses for another identifier. */
  readonly aliases: readonly { readonly name: string; readonly id: string }[];
}

export interface DiscoveredUnits {
  /** Sorted by folder and id. */
  readonly units: readonly Unit[];
  /** By id of the unit. */
  readonly extras: ReadonlyMap<string, UnitExtras>;
  readonly problems: readonly Problem[];
  /** Id of the unit that a file belongs to. */
  unitOf(path: string): string | undefined;
}

export async function discoverUnits(
  tree: FileTree,
  repository: string,
  cache: Cache,
  ecosystems: readonly Ecosystem[] = registered,
): Promise<DiscoveredUnits> {
  const paths = indexPaths(tree, repository);
  const { manifests, problems } = await readManifests(tree, ecosystems, cache);
  const assembled = ecosystems.map((ecosystem) => assemble(ecosystem, manifests.get(ecosystem) ?? [], paths));
  const found = assembled.flatMap(({ ecosystem, result }) => result.units.map((draft) => ({ ecosystem, draft })));
  const identified = identify(found, membersOf(assembled), repository);
  const owner = fileOwners(identified.units, new Map(ecosystems.map(({ id, extensions }) => [id, extensions])), paths);
  const loose = assembled.flatMap(({ result }) => result.loose ?? []);
  return {
    units: finish(identified.units, loose, owner, tree, repository),
    extras: new Map(identified.units.map(({ id, draft }) => [id, extrasOf(draft)])),
    problems: [...problems, ...assembled.flatMap(({ result }) => result.problems), ...identified.problems].map(
      (problem) => ({ ...problem, repository }),
    ),
    unitOf: (path) => owner(path)?.id,
  };
}

interface Result {
  readonly ecosystem: string;
  readonly result: Assembled;
}

function assemble(ecosystem: Ecosystem, manifests: Parameters<Ecosystem["assemble"]>[0], paths: PathIndex): Result {
  return { ecosystem: ecosystem.id, result: ecosystem.assemble(manifests, paths) };
}

function membersOf(assembled: readonly Result[]): ReadonlySet<string> {
  const declared = assembled.flatMap(({ result }) => [
    ...(result.members ?? []),
    ...result.units.flatMap(({ workspaces }) => workspaces ?? []),
  ]);
  return new Set(declared);
}

function identify(found: readonly FoundUnit[], members: ReadonlySet<string>, repository: string) {
  const roled = assignRoles(found, members);
  const rooted = roled.some(({ draft }) => draft.path === "" && (draft.kind === "package" || draft.kind === "module"));
  return identifyUnits(rooted ? roled : [...roled, rootFolderUnit(repository)], repository);
}

/** Fills in what needs the other units: the files that are left to each, and what loose files add. */
function finish(
  units: readonly IdentifiedUnit[],
  loose: readonly LooseConsume[],
  owner: UnitOf,
  tree: FileTree,
  repository: string,
): readonly Unit[] {
  const sizes = sizesOf(tree, owner);
  const added = Map.groupBy(loose, ({ folder }) => owner(folder === "" ? "." : `${folder}/.`)?.id);
  const root = owner(".")?.id;
  return units.map((unit) => {
    const consumes = [...unit.draft.consumes, ...(added.get(unit.id) ?? []).map(({ consume }) => consume)];
    const size = sizes.get(unit.id) ?? { files: 0, bytes: 0 };
    return modelUnit(unit, repository, consumes, size, unit.id === root);
  });
}

function modelUnit(
  unit: IdentifiedUnit,
  repository: string,
  consumes: Unit["consumes"],
  size: { readonly files: number; readonly bytes: number },
  isRoot: boolean,
): Unit {
  const { draft, id, ecosystem, role, reason } = unit;
  const found: Evidence = { rule: `${ecosystem}.manifest`, path: draft.manifest };
  const repositoryItself = { id: identifyRepository(repository), evidence: [{ rule: "units.repository" }] };
  return {
    id,
    repository,
    ecosystem,
    kind: draft.kind,
    role,
    name: draft.name,
    path: draft.path,
    ...(draft.manifest !== "" && { manifest: draft.manifest }),
    ...(draft.version !== undefined && { version: draft.version }),
    ...(draft.description !== undefined && { description: draft.description }),
    ...(draft.published !== undefined && { published: draft.published }),
    ...size,
    provides: [...draft.provides, ...(isRoot ? [repositoryItself] : [])],
    consumes: mergeConsumes(consumes),
    evidence: [...(draft.manifest === "" ? [] : [found]), ...(reason === undefined ? [] : [reason])],
  };
}

function sizesOf(tree: FileTree, owner: UnitOf): ReadonlyMap<string, { files: number; bytes: number }> {
  const sizes = new Map<string, { files: number; bytes: number }>();
  for (const file of tree.files) {
    const id = file.mode === "submodule" ? undefined : owner(file.path)?.id;
    if (id === undefined) continue;
    const size = sizes.get(id);
    if (size === undefined) sizes.set(id, { files: 1, bytes: file.size ?? 0 });
    else {
      size.files++;
      size.bytes += file.size ?? 0;
    }
  }
  return sizes;
}

function extrasOf(draft: UnitDraft): UnitExtras {
  return {
    entries: draft.entries ?? [],
    maintainers: draft.maintainers ?? [],
    workspaces: draft.workspaces ?? [],
    aliases: draft.aliases ?? [],
  };
}

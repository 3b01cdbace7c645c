/**
 * Hidden candidates: folders without a manifest, inside a larger unit, that live a life of their own.
 * They are offered, never counted: `hidden` is set, and the product around them keeps its files.
 */
import type { Evidence } from "@freehold/model";
import { conventionalRole } from "../../roles.ts";
import type { ProductDraft } from "../assemble/draft.ts";
import type { GroupedRepository } from "../grouping/group-repository.ts";
import type { Place } from "../grouping/places.ts";
import { idFromFounding, idFromName, oldestFounding } from "../identity.ts";
import { indexReadmes, inferMission } from "../mission.ts";
import { baseName, folderOf, nearest } from "../paths.ts";
import { type FileChanges, followFiles } from "./file-changes.ts";
import { type FolderTree, growTree } from "./folder-tree.ts";
import { type Separation, separationByChange, separationByImport } from "./separation.ts";
import { type SplitFolder, splitFolders } from "./split-folders.ts";

/** Smaller units fit one head. */
const LARGE = 50;

/** Needs history or imports between files; without both nothing is offered. */
export function hiddenDrafts(grouped: GroupedRepository, visible: readonly ProductDraft[]): ProductDraft[] {
  const { facts, described } = grouped;
  if (facts.history === undefined && facts.imports === undefined) return [];
  const paths = facts.files.map((file) => file.path);
  const changes = facts.history === undefined ? undefined : followFiles(facts.history, paths);
  const readmes = indexReadmes(facts.readmes);
  const byPlace = filesByPlace(described.places, paths);
  return described.places.flatMap((place) => {
    const files = byPlace[place.index] ?? [];
    const whole = visible.find((draft) => draft.units.includes(place.lead.id));
    if (files.length < LARGE || whole === undefined || whole.kind === "process") return [];
    const own = files.map((file) => paths[file] ?? "");
    const tree = growTree(place.folder, own);
    const local = new Map(files.map((file, index) => [file, index]));
    const byChange =
      changes === undefined
        ? new Map<number, Separation>()
        : separationByChange(tree, localized(changes.together, local));
    const splits = splitFolders(tree, byChange, importSeparation(grouped, tree, own));
    return splits.flatMap((split): ProductDraft[] => {
      const path = tree.path[split.folder] ?? "";
      if (conventionalRole(`${path}/.`) !== undefined) return [];
      const mission = inferMission(undefined, readmes.get(path), facts.repository);
      return [
        {
          id: hiddenId(whole.id, path, paths, changes),
          aliases: [path],
          name: path === "" ? baseName(place.folder) : baseName(path),
          kind: "component",
          provenance: "inferred",
          hidden: true,
          confidence: Math.round((0.2 + 0.4 * split.cohesion) * 100) / 100,
          partOf: whole.id,
          ...(mission === undefined ? {} : { mission }),
          repositories: [facts.repository],
          units: [],
          paths: [`${facts.repository}:${path}`],
          reasons: reasonsOf(facts.repository, tree, split),
        },
      ];
    });
  });
}

function reasonsOf(
  repository: string,
  tree: FolderTree,
  { folder, cohesion, by, ties, level }: SplitFolder,
): Evidence[] {
  const path = tree.path[folder] ?? "";
  const above = tree.path[tree.parent[folder] ?? 0] ?? "";
  const what = by === "changes" ? "of what changes together with it" : "of the imports at it";
  const number = by === "changes" ? `${ties} commits that change several files` : `${ties} imports`;
  return [
    {
      rule: `products.cohesive-by-${by}`,
      repository,
      path,
      detail: `${percent(cohesion)} ${what} lies inside it (${number})`,
    },
    {
      rule: "products.separate-folders",
      repository,
      path: above,
      detail: `the folders of ${above || "the root"} separate ${percent(level.inside)} of the ${by}, chance would separate ${percent(level.expected)} (modularity ${level.modularity.toFixed(2)})`,
    },
  ];
}

function hiddenId(whole: string, folder: string, paths: readonly string[], changes: FileChanges | undefined): string {
  const foundings = paths.flatMap((path, file) =>
    path.startsWith(`${folder}/`) ? (changes?.foundingOf(file) ?? []) : [],
  );
  const founding = oldestFounding(foundings);
  return founding === undefined ? idFromName(whole, folder) : idFromFounding(founding, "hidden");
}

/** The files of each place, those of places inside it left out. */
function filesByPlace(places: readonly Place[], paths: readonly string[]): number[][] {
  const folders = new Map(places.map((place) => [place.folder, place.index]));
  const files: number[][] = places.map(() => []);
  for (const [file, path] of paths.entries()) {
    const place = nearest(folders, folderOf(path));
    // Workflows and settings change with everything.
    if (place !== undefined && !isHidden(path)) files[place]?.push(file);
  }
  return files;
}

function localized(together: readonly (readonly number[])[], local: ReadonlyMap<number, number>): number[][] {
  const found: number[][] = [];
  for (const files of together) {
    const own = files.flatMap((file) => local.get(file) ?? []);
    if (own.length >= 2) found.push(own);
  }
  return found;
}

function importSeparation(
  { facts }: GroupedRepository,
  tree: FolderTree,
  own: readonly string[],
): Map<number, Separation> {
  if (facts.imports === undefined) return new Map();
  const local = new Map(own.map((path, index) => [path, index]));
  const from: number[] = [];
  const to: number[] = [];
  for (const [index, source] of facts.imports.from.entries()) {
    const start = local.get(facts.imports.paths[source] ?? "");
    const end = local.get(facts.imports.paths[facts.imports.to[index] ?? 0] ?? "");
    if (start === undefined || end === undefined || start === end) continue;
    from.push(start);
    to.push(end);
  }
  return separationByImport(tree, from, to);
}

function isHidden(path: string): boolean {
  return path.split("/").some((segment) => segment.startsWith("."));
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/**
 * Hidden candidates: folders without a manifest, inside a larger unit, that live a life of their own.
 * They are offered, never counted: `hidden` is set, and the product around them keeps its files.
 */
import type { Evidence } from "@freehold/model";
import { conventionalRole } from "../../roles.ts";
import type { ProductDraft } from "../assemble/draft.ts";
import type { GroupedRepository } from "../grouping/group-repository.ts";
import type { Place } from "../grouping/places.ts";
import { idFromName, oldestFounding } from "../identity.ts";
import { indexReadmes, inferMission } from "../mission.ts";
import type { FileImports } from "../input.ts";
import { baseName, folderOf, nearest } from "../paths.ts";
import { type FileChanges, followFiles } from "./file-changes.ts";
import { type FolderTree, growTree } from "./folder-tree.ts";
import { type Separation, separationByChange, separationByImport } from "./separation.ts";
import { canBeSplit, type SplitFolder, splitFolders } from "./split-folders.ts";

/** Smaller units fit one head. */
const LARGE = 50;

/** Pictures, fonts, sounds and films serve what is written; a folder of nothing else is no work of its own. */
const MEDIA =
  /\.(?:png|jpe?g|gif|svg|ico|webp|avif|bmp|tiff?|psd|woff2?|ttf|otf|eot|mp[34]|m4a|wav|ogg|flac|webm|mov|avi|pdf)$/i;

/** Needs history or imports between files; without both nothing is offered. */
export function hiddenDrafts(grouped: GroupedRepository, visible: readonly ProductDraft[]): ProductDraft[] {
  const { facts } = grouped;
  if (facts.history === undefined && facts.imports === undefined) return [];
  const paths = facts.files.map((file) => file.path);
  const large = largePlaces(grouped, visible, paths);
  // Most repositories have no such place: then the history needs not be followed.
  if (large.length === 0) return [];
  const changes = facts.history === undefined ? undefined : followFiles(facts.history, paths);
  const readmes = indexReadmes(facts.readmes);
  const ties = tiesByPlace(
    large.map(({ files }) => files),
    paths,
    changes,
    facts.imports,
  );
  return large.flatMap(({ place, whole, files, tree }, index) => {
    const { together, from, to } = ties[index] ?? NO_TIES;
    const byChange = changes === undefined ? new Map<number, Separation>() : separationByChange(tree, together);
    const byImport = facts.imports === undefined ? new Map<number, Separation>() : separationByImport(tree, from, to);
    const splits = splitFolders(tree, byChange, byImport);
    return splits.flatMap((split): ProductDraft[] => {
      const path = tree.path[split.folder] ?? "";
      if (conventionalRole(`${path}/.`) !== undefined) return [];
      const inside = files.filter((file) => paths[file]?.startsWith(`${path}/`));
      if (inside.every((file) => MEDIA.test(paths[file] ?? ""))) return [];
      // Written once and never touched again, it is a record, not a piece of work.
      if (changes?.livesOn(inside) === false) return [];
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

interface LargePlace {
  readonly place: Place;
  readonly whole: ProductDraft;
  readonly files: readonly number[];
  readonly tree: FolderTree;
}

/** The places with enough files in enough folders to be split. */
function largePlaces(
  { described }: GroupedRepository,
  visible: readonly ProductDraft[],
  paths: readonly string[],
): LargePlace[] {
  const byPlace = filesByPlace(described.places, paths);
  return described.places.flatMap((place) => {
    const files = byPlace[place.index] ?? [];
    if (files.length < LARGE) return [];
    const whole = visible.find((draft) => draft.units.includes(place.lead.id));
    if (whole === undefined || whole.kind === "process") return [];
    const own = files.map((file) => paths[file] ?? "");
    const tree = growTree(place.folder, own);
    return canBeSplit(tree) ? [{ place, whole, files, tree }] : [];
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
  const number =
    by === "changes"
      ? `${ties} ${ties === 1 ? "commit that changes" : "commits that change"} several files`
      : `${ties} ${ties === 1 ? "import" : "imports"}`;
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

/** From the path that the folder had when the oldest of its files came to be, where moves can be followed. */
function hiddenId(whole: string, folder: string, paths: readonly string[], changes: FileChanges | undefined): string {
  const origins = paths.flatMap((path, file) => {
    const founding = path.startsWith(`${folder}/`) ? changes?.foundingOf(file) : undefined;
    return founding === undefined ? [] : [{ ...founding, inside: path.slice(folder.length) }];
  });
  const oldest = oldestFounding(origins);
  const moved = oldest?.path.endsWith(oldest.inside) === true;
  return idFromName(whole, moved ? (oldest?.path.slice(0, -oldest.inside.length) ?? folder) : folder);
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

/** What ties the files of one place together, as indexes into its own files. */
interface Ties {
  /** Groups that changed together. */
  readonly together: number[][];
  /** `from[i]` imports `to[i]`. */
  readonly from: number[];
  readonly to: number[];
}

const NO_TIES: Ties = { together: [], from: [], to: [] };

/** One pass over all commits and imports, whatever the number of places. */
function tiesByPlace(
  byPlace: readonly (readonly number[])[],
  paths: readonly string[],
  changes: FileChanges | undefined,
  imports: FileImports | undefined,
): readonly Ties[] {
  const placeOf = new Int32Array(paths.length).fill(-1);
  const localOf = new Int32Array(paths.length);
  for (const [place, files] of byPlace.entries()) {
    for (const [local, file] of files.entries()) {
      placeOf[file] = place;
      localOf[file] = local;
    }
  }
  const ties = byPlace.map((): Ties => ({ together: [], from: [], to: [] }));
  for (const files of changes?.together ?? []) {
    for (const [place, own] of Map.groupBy(files, (file) => placeOf[file] ?? -1)) {
      if (own.length >= 2) ties[place]?.together.push(own.map((file) => localOf[file] ?? 0));
    }
  }
  if (imports === undefined) return ties;
  const fileOf = new Map(paths.map((path, file) => [path, file]));
  const files = imports.paths.map((path) => fileOf.get(path) ?? -1);
  for (const [index, source] of imports.from.entries()) {
    const from = files[source] ?? -1;
    const to = files[imports.to[index] ?? 0] ?? -1;
    const place = placeOf[from] ?? -1;
    if (place < 0 || from === to || placeOf[to] !== place) continue;
    ties[place]?.from.push(localOf[from] ?? 0);
    ties[place]?.to.push(localOf[to] ?? 0);
  }
  return ties;
}

function isHidden(path: string): boolean {
  return path.startsWith(".") || path.includes("/.");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

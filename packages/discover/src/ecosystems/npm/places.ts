/** Where packages are: what lies in each folder, what only marks a folder, and who is a member of which workspace. */
import type { Manifest } from "../ecosystem.ts";
import { compileGlobs } from "../reading/glob.ts";
import { folderOf } from "../reading/paths.ts";
import type { PackageFacts } from "./package-json.ts";
import type { ProjectFacts, WorkspaceFacts } from "./workspace-files.ts";

export type NpmFacts = PackageFacts | WorkspaceFacts | ProjectFacts;

/** Everything about one folder. */
export interface Place {
  readonly folder: string;
  readonly manifest: string;
  readonly facts: PackageFacts;
  readonly project?: { readonly path: string; readonly facts: ProjectFacts };
}

export interface Places {
  readonly places: ReadonlyMap<string, Place>;
  /** Member folders of each folder that declares some. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

export function placesOf(manifests: readonly Manifest<NpmFacts>[]): Places {
  const patterns = workspacePatterns(manifests);
  const places = foldersOf(manifests);
  const members = new Map([...patterns].map(([folder, globs]) => [folder, membersOf(folder, globs, places)]));
  const declared = new Set([...members.values()].flat());
  for (const [folder, place] of places) {
    if (isMarker(place, places) && !declared.has(folder) && !patterns.has(folder)) places.delete(folder);
  }
  return { places, members };
}

function workspacePatterns(manifests: readonly Manifest<NpmFacts>[]): ReadonlyMap<string, readonly string[]> {
  const patterns = new Map<string, string[]>();
  for (const { path, facts } of manifests) {
    const found = facts.kind === "package" ? facts.workspaces : facts.kind === "workspace" ? facts.patterns : undefined;
    if (found === undefined || found.length === 0) continue;
    const folder = folderOf(path);
    patterns.set(folder, [...(patterns.get(folder) ?? []), ...found]);
  }
  return patterns;
}

function foldersOf(manifests: readonly Manifest<NpmFacts>[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { path, facts } of manifests) {
    if (facts.kind === "package") places.set(folderOf(path), { folder: folderOf(path), manifest: path, facts });
  }
  for (const { path, facts } of manifests) {
    if (facts.kind !== "project") continue;
    const folder = folderOf(path);
    const place = places.get(folder) ?? { folder, manifest: path, facts: packageOfProject(facts) };
    places.set(folder, { ...place, project: { path, facts } });
  }
  return places;
}

/** An nx project without a package.json is a unit too, known by its place. */
function packageOfProject(project: ProjectFacts): PackageFacts {
  const nothing = { dependencies: [], entries: [], commands: [], people: [] };
  return { kind: "package", private: true, hasScripts: project.name !== undefined, isStarted: false, ...nothing };
}

/**
 * A package.json that delimits nothing: `{"type": "commonjs"}` for a folder of a package, or a nested
 * one that only points at files of the package around it.
 */
function isMarker(place: Place, places: ReadonlyMap<string, Place>): boolean {
  const { facts, folder } = place;
  if (place.project !== undefined && facts.hasScripts) return false;
  const empty = facts.dependencies.length === 0 && !facts.hasScripts && facts.version === undefined;
  if (!empty) return false;
  if (facts.name === undefined) return facts.commands.length === 0;
  const around = nearest(folderOf(folder), places);
  const pointsOut = facts.entries.some(([, target]) => target.startsWith("../"));
  return (
    folder !== "" && around !== undefined && (pointsOut || facts.name.text.startsWith(`${around.facts.name?.text}/`))
  );
}

function nearest(folder: string, places: ReadonlyMap<string, Place>): Place | undefined {
  for (let at = folder; at !== ""; at = folderOf(at)) {
    const place = places.get(at);
    if (place !== undefined) return place;
  }
  return places.get("");
}

function membersOf(folder: string, patterns: readonly string[], places: ReadonlyMap<string, Place>): string[] {
  const matches = compileGlobs(patterns, folder);
  return [...places.keys()]
    .filter(
      (candidate) => candidate !== folder && !/(?:^|\/)node_modules(?:\/|$)/.test(candidate) && matches(candidate),
    )
    .sort();
}

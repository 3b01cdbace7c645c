/** Units from the npm manifests of a repository: which packages there are, and who is a member of which workspace. */
import type { Consume, Identifier, Provide } from "@freehold/model";
import type { Assembled, Entry, Manifest, PathIndex, UnitDraft } from "../ecosystem.ts";
import { identifyApi, identifyPackage, identifyPlace, identifyRepository } from "../reading/identify.ts";
import { folderName, resolveIn } from "../reading/paths.ts";
import type { Dependency } from "./package-json.ts";
import { type NpmFacts, type Place, placesOf } from "./places.ts";
import { type Target, targetOf } from "./ranges.ts";

interface Repository {
  readonly id: string;
  readonly has: PathIndex["has"];
  readonly places: ReadonlyMap<string, Place>;
  readonly projects: ReadonlyMap<string, Place>;
  readonly catalogs: ReadonlyMap<string, string>;
}

export function assembleNpm(manifests: readonly Manifest<NpmFacts>[], paths: PathIndex): Assembled {
  const { places, members } = placesOf(manifests);
  const repository: Repository = {
    id: paths.repository,
    has: (path) => paths.has(path),
    places,
    projects: projectsOf(places),
    catalogs: catalogsOf(manifests),
  };
  const units = [...places.values()].map((place) => unitOf(place, members.get(place.folder), repository));
  const loose = [...members].filter(([folder]) => !places.has(folder)).flatMap(([, folders]) => folders);
  return { units, members: loose, problems: [] };
}

function projectsOf(places: ReadonlyMap<string, Place>): ReadonlyMap<string, Place> {
  const projects = new Map<string, Place>();
  for (const place of places.values()) {
    const name = place.project?.facts.name ?? place.facts.name?.text;
    if (name !== undefined && !projects.has(name)) projects.set(name, place);
  }
  return projects;
}

function catalogsOf(manifests: readonly Manifest<NpmFacts>[]): ReadonlyMap<string, string> {
  const catalogs = new Map<string, string>();
  for (const { facts } of manifests) {
    if (facts.kind !== "workspace") continue;
    for (const [catalog, name, range] of facts.catalogs) catalogs.set(`${catalog}\n${name}`, range);
  }
  return catalogs;
}

function unitOf(place: Place, members: readonly string[] | undefined, repository: Repository): UnitDraft {
  const { facts, folder, manifest } = place;
  const name = facts.name?.text ?? place.project?.facts.name ?? folderName(folder, repository.id);
  const targets = facts.dependencies.map((dependency) => ({ dependency, target: resolved(dependency, repository) }));
  return {
    kind: "package",
    name,
    path: folder,
    manifest,
    ...(facts.version !== undefined && { version: facts.version }),
    ...(facts.description !== undefined && { description: facts.description }),
    published: isPublished(place, members !== undefined, repository),
    provides: providesOf(place, repository),
    consumes: [
      ...targets.flatMap(({ dependency, target }) => consumesOf(place, dependency, target, repository)),
      ...implicitConsumes(place, repository),
    ],
    entries: entriesOf(place),
    maintainers: facts.people,
    ...(members !== undefined && { workspaces: members }),
    aliases: targets.flatMap(({ dependency, target }) => aliasOf(place, dependency, target, repository)),
  };
}

/**
 * Whether it is meant to be published: it has a name and a version, is not private, and names something to import or
 * run. The root of a workspace that names none holds the others together; what is only started is an application.
 */
function isPublished({ facts, folder }: Place, isWorkspace: boolean, { has }: Repository): boolean {
  if (facts.private || facts.name === undefined || facts.version === undefined) return false;
  // What npm assumes of a package that names no entry.
  if (has(folder === "" ? "index.js" : `${folder}/index.js`)) return true;
  if (facts.isStarted) return false;
  return !isWorkspace || facts.commands.length > 0 || facts.entries.some(([, target]) => target !== "index.js");
}

function providesOf(place: Place, repository: Repository): Provide[] {
  const { facts, manifest } = place;
  const own = identifierOf(place, repository);
  const line = facts.name?.line;
  const provides: Provide[] = [
    {
      id: own,
      ...(facts.version !== undefined && { version: facts.version }),
      evidence: [{ rule: "npm.name", path: manifest, ...(line !== undefined && { line }) }],
    },
  ];
  for (const command of facts.commands) {
    provides.push({
      id: identifyApi("cli", command.text),
      evidence: [{ rule: "npm.bin", path: manifest, line: command.line }],
    });
  }
  return provides;
}

function identifierOf(place: Place, repository: Repository): Identifier {
  const named = place.facts.name === undefined ? undefined : identifyPackage("npm", place.facts.name.text);
  return named ?? identifyPlace(repository.id, place.folder);
}

/** A catalog's entry may itself be an alias, so it is looked up before the range is read. */
function resolved(dependency: Dependency, repository: Repository): Target {
  const target = targetOf(dependency.name, dependency.range);
  if (target.kind !== "catalog") return target;
  return targetOf(dependency.name, repository.catalogs.get(`${target.catalog}\n${dependency.name}`) ?? "");
}

function consumesOf(place: Place, dependency: Dependency, target: Target, repository: Repository): Consume[] {
  const detail = dependency.range.startsWith("catalog:") || target.kind !== "registry" ? dependency.range : undefined;
  const alias = target.kind === "registry" && target.name !== dependency.name ? `as ${dependency.name}` : detail;
  const make = (id: Identifier): Consume => ({
    id,
    scope: dependency.scope,
    ...(dependency.optIn && { optIn: true }),
    range: rangeOf(dependency, repository),
    declared: true,
    imported: false,
    evidence: [
      {
        rule: "npm.dependency",
        path: place.manifest,
        line: dependency.line,
        ...(alias !== undefined && { detail: alias }),
      },
    ],
  });
  const ids = [idOf(place, dependency, target, repository)];
  if (target.kind === "git") ids.push(identifyRepository(target.repository));
  return ids.filter((id) => id !== undefined).map(make);
}

function idOf(place: Place, dependency: Dependency, target: Target, repository: Repository): Identifier | undefined {
  if (target.kind === "folder") {
    const there = repository.places.get(resolveIn(place.folder, target.path) ?? "/");
    if (there !== undefined) return identifierOf(there, repository);
  }
  return identifyPackage("npm", target.kind === "registry" ? target.name : dependency.name);
}

function rangeOf(dependency: Dependency, repository: Repository): string {
  if (!dependency.range.startsWith("catalog:")) return dependency.range;
  const catalog = dependency.range.slice("catalog:".length) || "default";
  return repository.catalogs.get(`${catalog}\n${dependency.name}`) ?? dependency.range;
}

/** What nx is told of dependencies that no manifest shows. */
function implicitConsumes(place: Place, repository: Repository): Consume[] {
  const project = place.project;
  if (project === undefined) return [];
  return project.facts.implicitDependencies.flatMap((name) => {
    const there = repository.projects.get(name);
    if (there === undefined || there === place) return [];
    const evidence = [{ rule: "npm.nx-implicit-dependency", path: project.path, line: project.facts.line }];
    return [
      { id: identifierOf(there, repository), scope: "build", declared: true, imported: false, evidence } as const,
    ];
  });
}

function entriesOf(place: Place): Entry[] {
  const entries: Entry[] = [];
  for (const [subpath, target] of place.facts.entries) {
    const path = resolveIn(place.folder, target.startsWith("/") ? `.${target}` : target);
    if (path !== undefined) entries.push({ subpath, target: path });
  }
  return entries;
}

/** Where the source says a name and gets something else: another package, or the folder of one. */
function aliasOf(
  place: Place,
  dependency: Dependency,
  target: Target,
  repository: Repository,
): { name: string; id: string }[] {
  const id = idOf(place, dependency, target, repository);
  return id === undefined || id === identifyPackage("npm", dependency.name) ? [] : [{ name: dependency.name, id }];
}

/** Rust crates: Cargo.toml, workspaces with inheritance. https://doc.rust-lang.org/cargo/reference/manifest.html */
import type { Consume, Provide } from "@freehold/model";
import type { Assembled, Ecosystem, Manifest, PathIndex, UnitDraft } from "../ecosystem.ts";
import { declared, provided } from "../reading/claims.ts";
import { compileGlobs, type Glob } from "../reading/glob.ts";
import { identifyApi, identifyPackage } from "../reading/identify.ts";
import { folderOf, isWithin, resolveIn } from "../reading/paths.ts";
import { type CargoFacts, type Dependency, parseCargoToml } from "./manifest.ts";

export const cargo: Ecosystem<CargoFacts> = {
  id: "cargo",
  title: "Rust crates",
  version: 1,
  extensions: [".rs"],
  matches: (path) => /(?:^|\/)Cargo\.toml$/.test(path),
  parse: ({ text }) => parseCargoToml(text),
  assemble,
};

interface Workspace {
  readonly folder: string;
  readonly facts: NonNullable<CargoFacts["workspace"]>;
  readonly isMember: Glob;
  readonly isExcluded: (folder: string) => boolean;
}

function assemble(manifests: readonly Manifest<CargoFacts>[], paths: PathIndex): Assembled {
  const folders = manifests.map(({ path }) => folderOf(path));
  const workspaces = manifests.flatMap(workspacesOf);
  const linked = linkedFolders(manifests, new Set(folders));
  const members = new Map<string, string[]>();
  for (const { folder, isMember, isExcluded } of workspaces) {
    const inside = folders.filter((other) => other !== folder && !isExcluded(other));
    members.set(
      folder,
      inside.filter((other) => isMember(other) || (linked.has(other) && isWithin(other, folder))),
    );
  }
  const crates = manifests.filter(({ facts }) => facts.name !== undefined);
  const virtual = workspaces.filter(({ folder }) => !crates.some(({ path }) => folderOf(path) === folder));
  return {
    units: crates.map((manifest) => unitOf(manifest, workspaces, members, paths)),
    members: virtual.flatMap(({ folder }) => members.get(folder) ?? []),
    problems: [],
  };
}

function workspacesOf({ path, facts }: Manifest<CargoFacts>): Workspace[] {
  const folder = folderOf(path);
  if (facts.workspace === undefined) return [];
  const excluded = facts.workspace.exclude.map((name) => resolveIn(folder, name));
  return [
    {
      folder,
      facts: facts.workspace,
      isMember: compileGlobs(facts.workspace.members, folder),
      isExcluded: (other) => excluded.some((one) => one !== undefined && isWithin(other, one)),
    },
  ];
}

/** Path dependencies inside a workspace are members without being listed. */
function linkedFolders(manifests: readonly Manifest<CargoFacts>[], folders: ReadonlySet<string>): ReadonlySet<string> {
  const linked = new Set<string>();
  for (const { path, facts } of manifests) {
    for (const dependency of [...facts.dependencies, ...(facts.workspace?.dependencies ?? [])]) {
      const folder = dependency.folder === undefined ? undefined : resolveIn(folderOf(path), dependency.folder);
      if (folder !== undefined && folders.has(folder)) linked.add(folder);
    }
  }
  return linked;
}

function unitOf(
  { path, facts }: Manifest<CargoFacts>,
  workspaces: readonly Workspace[],
  members: ReadonlyMap<string, readonly string[]>,
  paths: PathIndex,
): UnitDraft {
  const folder = folderOf(path);
  const around = workspaces.filter((one) => isWithin(folder, one.folder) && !one.isExcluded(folder));
  const workspace = around.toSorted((one, other) => other.folder.length - one.folder.length)[0];
  const version = facts.inheritsVersion ? workspace?.facts.version : facts.version;
  const own = members.get(folder);
  const dependencies = facts.dependencies.map((dependency) => inherited(dependency, workspace));
  const prefix = folder === "" ? "" : `${folder}/`;
  const library = resolveIn(folder, facts.library ?? "src/lib.rs");
  return {
    kind: "package",
    name: facts.name ?? folder,
    path: folder,
    manifest: path,
    ...(version !== undefined && { version }),
    ...(facts.description !== undefined && { description: facts.description }),
    published: facts.published && version !== undefined && dependencies.every(isTaken),
    provides: providesOf(path, facts, version, paths.has(`${prefix}src/main.rs`)),
    consumes: dependencies.flatMap((dependency) => consumesOf(dependency, path)),
    entries: library !== undefined && paths.has(library) ? [{ subpath: ".", target: library }] : [],
    maintainers: facts.authors,
    ...(own !== undefined && { workspaces: own }),
    aliases: dependencies.flatMap(aliasOf),
  };
}

/** The registry refuses what needs any version of something, or only a folder or a repository. */
function isTaken({ scope, range, folder, git, inherits }: Dependency): boolean {
  if (scope === "development" || inherits) return true;
  return range === undefined ? folder === undefined && git === undefined : range.trim() !== "*";
}

function providesOf(path: string, facts: CargoFacts, version: string | undefined, hasMain: boolean): Provide[] {
  const id = identifyPackage("cargo", facts.name ?? "");
  const provides = id === undefined ? [] : [provided(id, { rule: "cargo.name", path, line: facts.line }, version)];
  const main =
    hasMain && facts.commands.length === 0 && facts.name !== undefined ? [{ text: facts.name, line: facts.line }] : [];
  for (const command of [...facts.commands, ...main]) {
    provides.push(provided(identifyApi("cli", command.text), { rule: "cargo.bin", path, line: command.line }));
  }
  return provides;
}

/** `workspace = true` takes everything but the scope from the workspace's table. */
function inherited(dependency: Dependency, workspace: Workspace | undefined): Dependency {
  if (!dependency.inherits) return dependency;
  const base = workspace?.facts.dependencies.find(({ name }) => name === dependency.name);
  return base === undefined ? dependency : { ...base, scope: dependency.scope, line: dependency.line };
}

function consumesOf(dependency: Dependency, path: string): Consume[] {
  const id = identifyPackage("cargo", dependency.package ?? dependency.name);
  const alias = dependency.package === undefined ? undefined : `as ${dependency.name}`;
  const detail = alias ?? dependency.git ?? dependency.folder;
  return id === undefined
    ? []
    : [
        declared(
          id,
          dependency.scope,
          { rule: "cargo.dependency", path, line: dependency.line, detail },
          dependency.range,
        ),
      ];
}

function aliasOf(dependency: Dependency): { name: string; id: string }[] {
  const id = dependency.package === undefined ? undefined : identifyPackage("cargo", dependency.package);
  return id === undefined ? [] : [{ name: dependency.name, id }];
}

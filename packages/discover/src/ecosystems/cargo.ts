/** Rust crates: Cargo.toml, workspaces with inheritance. https://doc.rust-lang.org/cargo/reference/manifest.html */
import type { Consume, ConsumeScope, Provide } from "@freehold/model";
import type { Assembled, Ecosystem, Manifest, Parsed, PathIndex, UnitDraft } from "./ecosystem.ts";
import { declared, provided } from "./reading/claims.ts";
import { compileGlobs, type Glob } from "./reading/glob.ts";
import { identifyApi, identifyPackage } from "./reading/identify.ts";
import { at, fields, isTrue, items, type Node, text, texts } from "./reading/node.ts";
import { folderOf, isWithin, resolveIn } from "./reading/paths.ts";
import { readToml } from "./reading/toml.ts";

interface Dependency {
  /** The name that the source uses. */
  readonly name: string;
  readonly package?: string;
  readonly range?: string;
  readonly folder?: string;
  readonly git?: string;
  readonly inherits: boolean;
  readonly scope: ConsumeScope;
  readonly line: number;
}

interface CargoFacts {
  readonly name?: string;
  readonly line: number;
  readonly version?: string;
  readonly inheritsVersion: boolean;
  readonly description?: string;
  readonly published: boolean;
  readonly authors: readonly { readonly text: string; readonly line: number }[];
  readonly dependencies: readonly Dependency[];
  readonly library?: string;
  readonly commands: readonly { readonly text: string; readonly line: number }[];
  readonly workspace?: {
    readonly members: readonly string[];
    readonly exclude: readonly string[];
    readonly version?: string;
    readonly dependencies: readonly Dependency[];
  };
}

export const cargo: Ecosystem<CargoFacts> = {
  id: "cargo",
  title: "Rust crates",
  version: 1,
  extensions: [".rs"],
  matches: (path) => /(?:^|\/)Cargo\.toml$/.test(path),
  parse,
  assemble,
};

const TABLES: readonly (readonly [string, ConsumeScope])[] = [
  ["dependencies", "runtime"],
  ["dev-dependencies", "development"],
  ["dev_dependencies", "development"],
  ["build-dependencies", "build"],
  ["build_dependencies", "build"],
];

function parse({ text: source }: { readonly text: string }): Parsed<CargoFacts> {
  const { root, problems } = readToml(source, "cargo");
  if (root === undefined) return { facts: undefined, problems };
  const own = at(root, "package");
  const name = text(at(own, "name"));
  const version = text(at(own, "version"));
  const description = text(at(own, "description"));
  const library = text(at(root, "lib", "path"));
  const workspace = at(root, "workspace");
  const targets = [...fields(at(root, "target"))].flatMap(([, target]) => dependenciesOf(target));
  const publish = at(own, "publish");
  const facts: CargoFacts = {
    ...(name !== undefined && { name }),
    line: at(own, "name")?.line ?? own?.line ?? 1,
    ...(version !== undefined && { version }),
    inheritsVersion: isTrue(at(own, "version", "workspace")),
    ...(description !== undefined && { description }),
    published:
      !(publish?.kind === "scalar" && publish.value === false) &&
      !(publish?.kind === "list" && publish.items.length === 0),
    authors: texts(at(own, "authors")).map((author) => ({ text: author, line: at(own, "authors")?.line ?? 1 })),
    dependencies: [...dependenciesOf(root), ...targets],
    ...(library !== undefined && { library }),
    commands: items(at(root, "bin")).flatMap((bin) => mention(at(bin, "name"))),
    ...(workspace?.kind === "map" && { workspace: workspaceOf(workspace) }),
  };
  return { facts, problems };
}

function mention(node: Node | undefined): { text: string; line: number }[] {
  const found = text(node);
  return node === undefined || found === undefined ? [] : [{ text: found, line: node.line }];
}

function workspaceOf(workspace: Node): NonNullable<CargoFacts["workspace"]> {
  const version = text(at(workspace, "package", "version"));
  return {
    members: texts(at(workspace, "members")),
    exclude: texts(at(workspace, "exclude")),
    ...(version !== undefined && { version }),
    dependencies: dependenciesOf(workspace),
  };
}

function dependenciesOf(node: Node): Dependency[] {
  return TABLES.flatMap(([table, scope]) =>
    [...fields(at(node, table))].map(([name, value]) => dependencyOf(name, value, scope)),
  );
}

function dependencyOf(name: string, node: Node, scope: ConsumeScope): Dependency {
  const other = text(at(node, "package"));
  const range = text(node) ?? text(at(node, "version"));
  const folder = text(at(node, "path"));
  const git = text(at(node, "git"));
  return {
    name,
    ...(other !== undefined && { package: other }),
    ...(range !== undefined && { range }),
    ...(folder !== undefined && { folder }),
    ...(git !== undefined && { git }),
    inherits: isTrue(at(node, "workspace")),
    scope: scope === "runtime" && isTrue(at(node, "optional")) ? "optional" : scope,
    line: node.line,
  };
}

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
    published: facts.published && version !== undefined,
    provides: providesOf(path, facts, version, paths.has(`${prefix}src/main.rs`)),
    consumes: dependencies.flatMap((dependency) => consumesOf(dependency, path)),
    entries: library !== undefined && paths.has(library) ? [{ subpath: ".", target: library }] : [],
    maintainers: facts.authors,
    ...(own !== undefined && { workspaces: own }),
    aliases: dependencies.flatMap(aliasOf),
  };
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

/**
 * Go modules: one unit for each go.mod. Requirements marked `// indirect` are what other modules
 * need; they lock versions and say nothing about this module, so they are not consumed.
 */
import type { Consume, Provide } from "@freehold/model";
import type { Assembled, Ecosystem, Manifest, PathIndex, UnitDraft } from "../ecosystem.ts";
import { declared, provided } from "../reading/claims.ts";
import { identifyApi, identifyPackage } from "../reading/identify.ts";
import { baseOf, folderOf, resolveIn } from "../reading/paths.ts";
import { type ModFacts, parseModFile } from "./mod-file.ts";

export const go: Ecosystem<ModFacts> = {
  id: "go",
  title: "Go modules",
  version: 1,
  extensions: [".go"],
  matches: (path) => /(?:^|\/)go\.(?:mod|work)$/.test(path),
  dialect: baseOf,
  parse: (file) => parseModFile(file.text, baseOf(file.path) === "go.work" ? "work" : "mod"),
  assemble,
};

function assemble(manifests: readonly Manifest<ModFacts>[], paths: PathIndex): Assembled {
  const modules = manifests.filter(({ facts }) => facts.kind === "mod");
  const folders = new Set(modules.map(({ path }) => folderOf(path)));
  const members = new Map<string, string[]>();
  for (const { path, facts } of manifests.filter((manifest) => manifest.facts.kind === "work")) {
    const used = facts.uses.map((use) => resolveIn(folderOf(path), use.path));
    members.set(folderOf(path), existing(used, folders));
  }
  const replaced = modules.flatMap((manifest) => replacedFolders(manifest, folders));
  const loose = [...members].filter(([folder]) => !folders.has(folder)).flatMap(([, used]) => used);
  return {
    units: modules.map((manifest) => unitOf(manifest, members, paths)),
    members: [...loose, ...replaced],
    problems: [],
  };
}

/** Folders of this repository that stand in for a required module. */
function replacedFolders({ path, facts }: Manifest<ModFacts>, folders: ReadonlySet<string>): string[] {
  const local = facts.replaces.filter(({ to }) => /^\.{1,2}(?:\/|$)/.test(to));
  return existing(
    local.map(({ to }) => resolveIn(folderOf(path), to)),
    folders,
  );
}

function existing(found: readonly (string | undefined)[], folders: ReadonlySet<string>): string[] {
  return found.filter((folder) => folder !== undefined).filter((folder) => folders.has(folder));
}

function unitOf(
  { path, facts }: Manifest<ModFacts>,
  members: ReadonlyMap<string, readonly string[]>,
  paths: PathIndex,
): UnitDraft {
  const folder = folderOf(path);
  const workspaces = members.get(folder);
  return {
    kind: "module",
    name: facts.module ?? folder,
    path: folder,
    manifest: path,
    published: isImportable(facts.module ?? ""),
    provides: [...moduleProvides(path, facts), ...commands(folder, path, facts, paths)],
    consumes: [...facts.requires.flatMap((require) => consumesOf(require, path, facts)), ...toolConsumes(path, facts)],
    entries: [{ subpath: ".", target: folder }],
    ...(workspaces !== undefined && { workspaces }),
  };
}

/**
 * Whether modules elsewhere can import it: its path begins with a host, and has no element `internal`
 * (https://go.dev/ref/mod#module-path, https://go.dev/cmd/go/#hdr-Internal_Directories).
 */
function isImportable(module: string): boolean {
  return /^[^/]+\.[^/]+\//.test(module) && !module.split("/").includes("internal");
}

function moduleProvides(path: string, facts: ModFacts): Provide[] {
  const id = identifyPackage("golang", facts.module ?? "");
  return id === undefined ? [] : [provided(id, { rule: "go.module", path, line: facts.line })];
}

/**
 * `cmd/<name>` with a main.go is a command by Go's convention, and so is a main.go beside go.mod; not of this module
 * where a go.mod in between makes it one of another.
 */
function commands(folder: string, path: string, facts: ModFacts, paths: PathIndex): Provide[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  const names = new Map<string, string>();
  if (paths.has(`${prefix}main.go`)) names.set(commandName(facts.module ?? ""), `${prefix}main.go`);
  for (const file of paths.below(`${prefix}cmd`)) {
    const name = /^([^/]+)\/main\.go$/.exec(file.slice(prefix.length + "cmd/".length))?.[1];
    if (name === undefined || paths.has(`${prefix}cmd/go.mod`) || paths.has(`${prefix}cmd/${name}/go.mod`)) continue;
    names.set(name, file);
  }
  return [...names]
    .filter(([name]) => name !== "")
    .map(([name, file]) =>
      provided(identifyApi("cli", name), { rule: "go.command", path: file, detail: `of ${path}` }),
    );
}

/** As `go install` names it: a major version at the end is no name. */
function commandName(module: string): string {
  const withoutMajor = module.replace(/\/v\d+$/, "");
  return baseOf(withoutMajor);
}

function consumesOf(require: ModFacts["requires"][number], path: string, facts: ModFacts): Consume[] {
  if (require.indirect) return [];
  const id = identifyPackage("golang", require.path);
  if (id === undefined) return [];
  const replace = facts.replaces.find(({ from }) => from === require.path);
  const detail = replace === undefined ? undefined : `replaced by ${replace.to}`;
  const consumes = [declared(id, "runtime", { rule: "go.require", path, line: require.line, detail }, require.version)];
  const fork = replace === undefined || /^[./]/.test(replace.to) ? undefined : identifyPackage("golang", replace.to);
  if (fork !== undefined && replace !== undefined && fork !== id) {
    consumes.push(
      declared(fork, "runtime", { rule: "go.replace", path, line: replace.line, detail: `as ${require.path}` }),
    );
  }
  return consumes;
}

/** A tool is a package; the module that has it is the longest required one it begins with. */
function toolConsumes(path: string, facts: ModFacts): Consume[] {
  return facts.tools.flatMap(({ path: tool, line }) => {
    const owners = facts.requires.filter((require) => tool === require.path || tool.startsWith(`${require.path}/`));
    const owner = owners.toSorted((one, other) => other.path.length - one.path.length)[0];
    const id = owner === undefined ? undefined : identifyPackage("golang", owner.path);
    return id === undefined ? [] : [declared(id, "development", { rule: "go.tool", path, line }, owner?.version)];
  });
}

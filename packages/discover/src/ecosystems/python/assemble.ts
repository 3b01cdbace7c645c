/** Units from the Python manifests of a repository. */
import type { Consume, ConsumeScope, Identifier, Provide } from "@freehold/model";
import type { Assembled, Entry, LooseConsume, Manifest, PathIndex, UnitDraft } from "../ecosystem.ts";
import { declared, provided } from "../reading/claims.ts";
import { compileGlobs } from "../reading/glob.ts";
import { identifyApi, identifyPackage, identifyPlace } from "../reading/identify.ts";
import { baseOf, folderName, folderOf, resolveIn } from "../reading/paths.ts";
import type { ProjectFacts, PythonFacts, Requirement } from "./facts.ts";
import { normalizedName } from "./requirement.ts";

interface Source {
  readonly path: string;
  readonly facts: ProjectFacts;
}

/** The files of one folder, the one that says most first. */
interface Project {
  readonly folder: string;
  readonly sources: readonly [Source, ...Source[]];
}

const RANK = ["pyproject", "setup.cfg", "setup.py"];

export function assemblePython(manifests: readonly Manifest<PythonFacts>[], paths: PathIndex): Assembled {
  const projects = projectsOf(manifests);
  const scopes = new Map([...projects.values()].flatMap(declaredFiles));
  const loose: LooseConsume[] = [];
  for (const { path, facts } of manifests) {
    if (facts.kind !== "requirements") continue;
    const scope = scopes.get(path);
    for (const requirement of facts.requirements) {
      const scoped = scope === undefined ? requirement : { ...requirement, scope };
      const consume = consumeOf(scoped, path, projects, paths.repository);
      if (consume !== undefined) loose.push({ folder: folderOf(path), consume });
    }
  }
  return { units: [...projects.values()].map((project) => unitOf(project, projects, paths)), loose, problems: [] };
}

function projectsOf(manifests: readonly Manifest<PythonFacts>[]): ReadonlyMap<string, Project> {
  const folders = new Map<string, Source[]>();
  for (const { path, facts } of manifests) {
    if (facts.kind === "requirements") continue;
    folders.set(folderOf(path), [...(folders.get(folderOf(path)) ?? []), { path, facts }]);
  }
  const projects = new Map<string, Project>();
  for (const [folder, found] of folders) {
    if (!found.some(({ facts }) => facts.project)) continue;
    const [first, ...more] = found.toSorted((one, other) => standing(one) - standing(other));
    if (first !== undefined) projects.set(folder, { folder, sources: [first, ...more] });
  }
  return projects;
}

/** A file that describes a project before one that only configures tools. */
function standing({ facts }: Source): number {
  return (
    RANK.indexOf(facts.kind) + (facts.project ? 0 : RANK.length) + (facts.name === undefined ? 2 * RANK.length : 0)
  );
}

/** Requirements files that a manifest names, with the scope it gives them. */
function declaredFiles({ folder, sources }: Project): [string, ConsumeScope][] {
  return sources.flatMap(({ facts }) =>
    facts.files.flatMap((file): [string, ConsumeScope][] => {
      const path = resolveIn(folder, file.path);
      return path === undefined ? [] : [[path, file.scope]];
    }),
  );
}

function unitOf(project: Project, projects: ReadonlyMap<string, Project>, paths: PathIndex): UnitDraft {
  const { folder, sources } = project;
  const all = sources.map(({ facts }) => facts);
  const name = first(all, ({ name: found }) => found?.text) ?? folderName(folder, paths.repository);
  const version = first(all, (facts) => facts.version);
  const description = first(all, (facts) => facts.description);
  const workspaces = membersOf(project, projects);
  return {
    kind: "package",
    name,
    path: folder,
    manifest: sources[0].path,
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    published: all.some((facts) => facts.name !== undefined) && !all.some((facts) => facts.private),
    provides: [provideOf(project, paths.repository), ...sources.flatMap(commandsOf)],
    consumes: sources.flatMap(({ path, facts }) =>
      facts.requirements.flatMap((requirement) => consumeOf(requirement, path, projects, paths.repository) ?? []),
    ),
    entries: entriesOf(folder, paths),
    maintainers: all.flatMap(({ people }) => people),
    ...(workspaces !== undefined && { workspaces }),
  };
}

function first<T>(all: readonly ProjectFacts[], of: (facts: ProjectFacts) => T | undefined): T | undefined {
  for (const facts of all) {
    const found = of(facts);
    if (found !== undefined) return found;
  }
  return undefined;
}

function identifierOf(project: Project, repository: string): Identifier {
  const name = project.sources.find(({ facts }) => facts.name !== undefined)?.facts.name?.text;
  const named = name === undefined ? undefined : identifyPackage("pypi", normalizedName(name));
  return named ?? identifyPlace(repository, project.folder);
}

function provideOf(project: Project, repository: string): Provide {
  const { path, facts } = project.sources.find((source) => source.facts.name !== undefined) ?? project.sources[0];
  return provided(
    identifierOf(project, repository),
    { rule: "python.name", path, line: facts.name?.line },
    facts.version,
  );
}

function commandsOf({ path, facts }: Source): Provide[] {
  return facts.commands.map(({ text, line }) =>
    provided(identifyApi("cli", text), { rule: "python.script", path, line }),
  );
}

function consumeOf(
  requirement: Requirement,
  path: string,
  projects: ReadonlyMap<string, Project>,
  repository: string,
): Consume | undefined {
  const there =
    requirement.folder === undefined ? undefined : projects.get(resolveIn(folderOf(path), requirement.folder) ?? "/");
  const own = there?.folder === folderOf(path);
  const id =
    there === undefined ? identifyPackage("pypi", normalizedName(requirement.name)) : identifierOf(there, repository);
  const rule =
    baseOf(path) === "pyproject.toml" || baseOf(path).startsWith("setup.")
      ? "python.dependency"
      : "python.requirements";
  const detail = requirement.folder ?? requirement.url;
  if (id === undefined || own) return undefined;
  const { scope, line, range } = requirement;
  const consume = declared(id, scope, { rule, path, line, detail }, range);
  // Extras: until the source is found to import it.
  return scope === "optional" ? { ...consume, optIn: true } : consume;
}

function membersOf({ folder, sources }: Project, projects: ReadonlyMap<string, Project>): string[] | undefined {
  const workspace = sources.find(({ facts }) => facts.workspace !== undefined)?.facts.workspace;
  if (workspace === undefined) return undefined;
  const matches = compileGlobs([...workspace.members, ...workspace.exclude.map((pattern) => `!${pattern}`)], folder);
  return [...projects.keys()].filter((other) => other !== folder && matches(other)).sort();
}

/** Packages beside the manifest or in `src`: what other code may import. */
function entriesOf(folder: string, paths: PathIndex): Entry[] {
  const prefix = folder === "" ? "" : `${folder}/`;
  const entries: Entry[] = [];
  for (const path of paths.below(folder)) {
    const name = /^(?:src\/)?([^/]+)\/__init__\.py$/.exec(path.slice(prefix.length))?.[1];
    if (name !== undefined) entries.push({ subpath: name, target: folderOf(path) });
  }
  return entries;
}

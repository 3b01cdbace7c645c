/** Java packages of Maven: pom.xml, with what modules inherit. https://maven.apache.org/pom.html */
import type { Consume } from "@freehold/model";
import type { Assembled, Ecosystem, Manifest, PathIndex, UnitDraft } from "../ecosystem.ts";
import { declared, provided } from "../reading/claims.ts";
import { identifyPackage } from "../reading/identify.ts";
import { folderOf, resolveIn } from "../reading/paths.ts";
import { type Coordinates, parsePom, type PomFacts } from "./pom.ts";

export const maven: Ecosystem<PomFacts> = {
  id: "maven",
  title: "Maven packages",
  version: 2,
  extensions: [".java", ".kt", ".scala"],
  matches: (path) => /(?:^|\/)pom\.xml$/.test(path),
  parse: ({ text }) => parsePom(text),
  assemble,
};

type Pom = Manifest<PomFacts>;

function assemble(manifests: readonly Pom[], paths: PathIndex): Assembled {
  const poms = new Map(manifests.map((one) => [one.path, one]));
  return { units: manifests.map((one) => unitOf(one, poms, paths)), problems: [] };
}

function unitOf(pom: Pom, poms: ReadonlyMap<string, Pom>, paths: PathIndex): UnitDraft {
  const { path, facts } = pom;
  const folder = folderOf(path);
  const line = lineage(pom, poms);
  const value = (text: string | undefined) => (text === undefined ? undefined : filled(text, line));
  const version = value(
    line.map((one) => one.facts.version ?? one.facts.parent?.version).find((one) => one !== undefined),
  );
  const name = coordinateOf(facts, line) ?? facts.artifact;
  const id = identifyPackage("maven", name);
  const members = facts.modules
    .map((module) => resolveIn(folder, module))
    .filter((one) => one !== undefined && paths.has(one === "" ? "pom.xml" : `${one}/pom.xml`)) as string[];
  return {
    kind: "package",
    name: facts.artifact,
    path: folder,
    manifest: path,
    ...(version !== undefined && { version }),
    ...(facts.description !== undefined && { description: facts.description }),
    published: property("maven.deploy.skip", line) !== "true" && !isDeployedAboveAlone(line),
    provides: id === undefined ? [] : [provided(id, { rule: "maven.artifact", path, line: facts.line }, version)],
    consumes: consumesOf(pom, line),
    maintainers: facts.developers,
    ...(members.length > 0 && { workspaces: members }),
  };
}

/** A parent deploys itself, keeps that from its modules, and this one has nothing of its own for it. */
function isDeployedAboveAlone([own, ...above]: readonly Pom[]): boolean {
  const kept = above.flatMap(({ facts }) => facts.deploying).filter(({ inherited }) => !inherited);
  return kept.some(({ plugin }) => own?.facts.deploying.every((one) => one.plugin !== plugin) === true);
}

const DEPTH = 20;

/** The file and its parents, as far as they are in the repository. */
function lineage(pom: Pom, poms: ReadonlyMap<string, Pom>): readonly Pom[] {
  const line: Pom[] = [];
  for (let at: Pom | undefined = pom; at !== undefined && line.length < DEPTH && !line.includes(at);) {
    line.push(at);
    const parent: PomFacts["parent"] = at.facts.parent;
    const target: string | undefined =
      parent === undefined || parent.path === "" ? undefined : resolveIn(folderOf(at.path), parent.path);
    const found: Pom | undefined =
      target === undefined
        ? undefined
        : (poms.get(target) ?? poms.get(target === "" ? "pom.xml" : `${target}/pom.xml`));
    at = found?.facts.artifact === parent?.artifact ? found : undefined;
  }
  return line;
}

function property(name: string, line: readonly Pom[]): string | undefined {
  return line
    .map(({ facts }) => (Object.hasOwn(facts.properties, name) ? facts.properties[name] : undefined))
    .find((one) => one !== undefined);
}

/** `${name}` by the properties of the file and its parents; undefined where one is not known. */
function filled(text: string, line: readonly Pom[], depth = 0): string | undefined {
  let unknown = false;
  const result = text.replaceAll(/\$\{([^{}]+)\}/g, (_, name: string) => {
    const value = depth > DEPTH ? undefined : (property(name, line) ?? builtIn(name, line));
    const inner = value === undefined ? undefined : filled(value, line, depth + 1);
    if (inner === undefined) unknown = true;
    return inner ?? "";
  });
  return unknown ? undefined : result;
}

function builtIn(name: string, line: readonly Pom[]): string | undefined {
  const [own] = line;
  const key = name.replace(/^(?:project|pom)\./, "");
  if (key === "groupId")
    return line.map(({ facts }) => facts.group ?? facts.parent?.group).find((one) => one !== undefined);
  if (key === "version")
    return line.map(({ facts }) => facts.version ?? facts.parent?.version).find((one) => one !== undefined);
  if (key === "artifactId") return own?.facts.artifact;
  if (key === "parent.version") return own?.facts.parent?.version;
  return key === "parent.groupId" ? own?.facts.parent?.group : undefined;
}

/** `group/artifact`, as package URLs have it. */
function coordinateOf(
  { group, artifact }: Pick<Coordinates, "group" | "artifact">,
  line: readonly Pom[],
): string | undefined {
  const known = filled(group ?? "${project.groupId}", line);
  const name = filled(artifact, line);
  return known === undefined || name === undefined ? undefined : `${known}/${name}`;
}

function consumesOf({ path, facts }: Pom, line: readonly Pom[]): Consume[] {
  const consumes: Consume[] = [];
  for (const dependency of facts.dependencies) {
    const name = coordinateOf(dependency, line);
    const id = name === undefined ? undefined : identifyPackage("maven", name);
    if (id === undefined) continue;
    const written = dependency.version ?? managedVersion(dependency, line);
    const version = written === undefined ? undefined : filled(written, line);
    consumes.push(declared(id, dependency.scope, { rule: "maven.dependency", path, line: dependency.line }, version));
  }
  const { parent } = facts;
  const id = parent?.group === undefined ? undefined : identifyPackage("maven", `${parent.group}/${parent.artifact}`);
  if (id !== undefined && parent !== undefined)
    consumes.push(declared(id, "build", { rule: "maven.parent", path, line: parent.line }, parent.version));
  return consumes;
}

function managedVersion({ group, artifact }: Coordinates, line: readonly Pom[]): string | undefined {
  const all = line.flatMap(({ facts }) => facts.managed);
  return all.find((one) => one.group === group && one.artifact === artifact)?.version;
}

/** Packages that Gradle builds, as far as their scripts say it literally. https://docs.gradle.org */
import type { Consume, Identifier } from "@freehold/model";
import type { Assembled, Ecosystem, Manifest, PathIndex, UnitDraft } from "../ecosystem.ts";
import { declared, provided } from "../reading/claims.ts";
import { identifyPackage, identifyPlace } from "../reading/identify.ts";
import { baseOf, folderName, folderOf, isWithin } from "../reading/paths.ts";
import { type GradleFacts, parseGradle } from "./script.ts";

export const gradle: Ecosystem<GradleFacts> = {
  id: "gradle",
  title: "Gradle packages",
  version: 1,
  extensions: [".java", ".kt", ".groovy"],
  matches: (path) => /(?:^|\/)(?:build|settings)\.gradle(?:\.kts)?$/.test(path),
  dialect,
  parse: ({ path, text }) => parseGradle(text, dialect(path)),
  assemble,
};

function dialect(path: string): string {
  return baseOf(path).startsWith("settings.") ? "settings" : "build";
}

type Script = Manifest<GradleFacts>;

function assemble(manifests: readonly Script[], paths: PathIndex): Assembled {
  const builds = manifests.filter(({ facts }) => !facts.settings);
  const settings = manifests.filter(({ facts }) => facts.settings);
  // A second script in one folder (Groovy beside Kotlin) is a leftover.
  const unique = [...new Map(builds.toReversed().map((one) => [folderOf(one.path), one])).values()].toReversed();
  return { units: unique.map((one) => unitOf(one, unique, settings, paths)), problems: [] };
}

function unitOf(script: Script, builds: readonly Script[], settings: readonly Script[], paths: PathIndex): UnitDraft {
  const { path, facts } = script;
  const folder = folderOf(path);
  const root = settings.find((one) => folderOf(one.path) === folder);
  const version = inherited("version", script, builds);
  const id = identityOf(folder, builds, settings, paths);
  const members = root?.facts.includes.map((include) => projectFolder(folder, include)) ?? [];
  return {
    kind: "package",
    name: root?.facts.name ?? folderName(folder, paths.repository),
    path: folder,
    manifest: path,
    ...(version !== undefined && { version }),
    ...(facts.description !== undefined && { description: facts.description }),
    published: id.startsWith("pkg:"),
    provides: [provided(id, { rule: "gradle.project", path, line: 1 }, version)],
    consumes: consumesOf(script, builds, settings, paths),
    ...(members.length > 0 && {
      workspaces: members.filter((member) => builds.some((one) => folderOf(one.path) === member)),
    }),
  };
}

/** What a script does not say, that of the root project may say for all of them. */
function inherited(key: "group" | "version", { path, facts }: Script, builds: readonly Script[]): string | undefined {
  const own = facts[key];
  if (own !== undefined) return own;
  const around = builds.filter((one) => one.path !== path && isWithin(folderOf(path), folderOf(one.path)));
  return around
    .toSorted((a, b) => b.path.length - a.path.length)
    .map((one) => one.facts[key])
    .find((one) => one !== undefined);
}

/** `group/name` where a group is written down, the place otherwise. */
function identityOf(
  folder: string,
  builds: readonly Script[],
  settings: readonly Script[],
  paths: PathIndex,
): Identifier {
  const script = builds.find((one) => folderOf(one.path) === folder);
  const root = settings.find((one) => folderOf(one.path) === folder);
  const group = script === undefined ? undefined : inherited("group", script, builds);
  const name = root?.facts.name ?? folderName(folder, paths.repository);
  const id = group === undefined ? undefined : identifyPackage("maven", `${group}/${name}`);
  return id ?? identifyPlace(paths.repository, folder);
}

/** `:libs:core` lies in `libs/core`, unless a script says otherwise. */
function projectFolder(root: string, path: string): string {
  const inside = path.replace(/^:/, "").replaceAll(":", "/");
  return root === "" ? inside : `${root}/${inside}`;
}

function consumesOf(
  script: Script,
  builds: readonly Script[],
  settings: readonly Script[],
  paths: PathIndex,
): Consume[] {
  const { path, facts } = script;
  const roots = settings.filter((one) => isWithin(folderOf(path), folderOf(one.path)));
  const root = folderOf(roots.toSorted((a, b) => b.path.length - a.path.length)[0]?.path ?? "");
  return facts.dependencies.flatMap((dependency) => {
    const source = { rule: "gradle.dependency", path, line: dependency.line };
    if (dependency.project)
      return [
        declared(identityOf(projectFolder(root, dependency.target), builds, settings, paths), dependency.scope, source),
      ];
    const [group = "", name = "", version] = dependency.target.replace(/@\w+$/, "").split(":");
    const id = identifyPackage("maven", `${group}/${name}`);
    return id === undefined ? [] : [declared(id, dependency.scope, source, version)];
  });
}

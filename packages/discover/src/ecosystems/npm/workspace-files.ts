/** Files beside package.json that say where packages are: pnpm-workspace.yaml, lerna.json and those of nx. */
import type { Parsed } from "../ecosystem.ts";
import { readJson } from "../reading/json.ts";
import { at, fields, text, texts } from "../reading/node.ts";
import { readYaml } from "../reading/yaml.ts";

export interface WorkspaceFacts {
  readonly kind: "workspace";
  readonly patterns: readonly string[];
  /** Catalog, package and range: what `catalog:` stands for. */
  readonly catalogs: readonly (readonly [string, string, string])[];
}

export interface ProjectFacts {
  readonly kind: "project";
  readonly name?: string;
  readonly line: number;
  readonly implicitDependencies: readonly string[];
}

export function parsePnpmWorkspace(source: string): Parsed<WorkspaceFacts> {
  const { root, problems } = readYaml(source, "npm");
  if (root === undefined) return { facts: undefined, problems };
  const catalogs: [string, string, string][] = [];
  for (const [name, value] of fields(at(root, "catalog"))) catalogs.push(["default", name, text(value) ?? ""]);
  for (const [catalog, entries] of fields(at(root, "catalogs"))) {
    for (const [name, value] of fields(entries)) catalogs.push([catalog, name, text(value) ?? ""]);
  }
  return { facts: { kind: "workspace", patterns: texts(at(root, "packages")), catalogs }, problems };
}

/** lerna.json has globs; workspace.json and angular.json name every project with its folder. */
export function parseWorkspaceJson(source: string): Parsed<WorkspaceFacts> {
  const { root, problems } = readJson(source, "npm");
  if (root === undefined) return { facts: undefined, problems };
  const patterns = [...texts(at(root, "packages"))];
  for (const [, project] of fields(at(root, "projects"))) {
    const folder = text(project) ?? text(at(project, "root"));
    if (folder !== undefined) patterns.push(folder);
  }
  return { facts: { kind: "workspace", patterns, catalogs: [] }, problems };
}

export function parseNxProject(source: string): Parsed<ProjectFacts> {
  const { root, problems } = readJson(source, "npm");
  if (root?.kind !== "map") return { facts: undefined, problems };
  const name = text(at(root, "name"));
  const implicitDependencies = texts(at(root, "implicitDependencies"));
  const line = at(root, "implicitDependencies")?.line ?? 1;
  return { facts: { kind: "project", ...(name !== undefined && { name }), line, implicitDependencies }, problems };
}

/** pyproject.toml: PEP 621 and 735, poetry, setuptools, hatch, uv. */
import type { ConsumeScope } from "@freehold/model";
import type { Parsed } from "../ecosystem.ts";
import { at, fields, isTrue, items, type Node, scalarText, text, texts } from "../reading/node.ts";
import { readToml } from "../reading/toml.ts";
import { type Mention, type ProjectFacts, type Requirement, scopeOfGroup } from "./facts.ts";
import { normalizedName, parseRequirement } from "./requirement.ts";

export function parsePyproject(source: string): Parsed<ProjectFacts> {
  const { root, problems } = readToml(source, "python");
  if (root === undefined) return { facts: undefined, problems };
  const lines = source.split("\n");
  const project = at(root, "project");
  const poetry = at(root, "tool", "poetry");
  const name = at(project, "name") ?? at(poetry, "name");
  const named = mention(name);
  const version = scalarText(at(project, "version")) ?? scalarText(at(poetry, "version"));
  const description = text(at(project, "description")) ?? text(at(poetry, "description"));
  const workspace = at(root, "tool", "uv", "workspace");
  const facts: ProjectFacts = {
    kind: "pyproject",
    project: project !== undefined || poetry !== undefined,
    ...(named !== undefined && { name: named }),
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    private: isPrivate(root),
    people: ["authors", "maintainers"].flatMap((key) => [...people(at(project, key)), ...people(at(poetry, key))]),
    commands: ["scripts", "gui-scripts"].flatMap((key) => [...keysOf(at(project, key)), ...keysOf(at(poetry, key))]),
    requirements: withSources(requirementsOf(root, lines), root),
    files: dynamicFiles(at(root, "tool", "setuptools", "dynamic")),
    ...(workspace !== undefined && {
      workspace: { members: texts(at(workspace, "members")), exclude: texts(at(workspace, "exclude")) },
    }),
  };
  return { facts, problems };
}

function mention(node: Node | undefined): Mention | undefined {
  const found = text(node);
  return node === undefined || found === undefined ? undefined : { text: found, line: node.line };
}

/** Not meant for an index: told by a classifier, by poetry, or by uv. */
function isPrivate(root: Node): boolean {
  if (texts(at(root, "project", "classifiers")).some((classifier) => classifier.startsWith("Private ::"))) return true;
  const packageMode = at(root, "tool", "poetry", "package-mode") ?? at(root, "tool", "uv", "package");
  return packageMode?.kind === "scalar" && packageMode.value === false;
}

function people(node: Node | undefined): Mention[] {
  return items(node).flatMap((item) => {
    const email = text(at(item, "email"));
    const name = text(item) ?? text(at(item, "name"));
    const both = [name, email === undefined ? undefined : `<${email}>`].filter((part) => part !== undefined).join(" ");
    return both === "" ? [] : [{ text: both, line: item.line }];
  });
}

function keysOf(node: Node | undefined): Mention[] {
  return [...fields(node)].map(([key, value]) => ({ text: key, line: value.line }));
}

function requirementsOf(root: Node, lines: readonly string[]): Requirement[] {
  const found = [
    ...listed(at(root, "project", "dependencies"), "runtime", lines),
    ...listed(at(root, "build-system", "requires"), "build", lines),
    ...poetryTable(at(root, "tool", "poetry", "dependencies"), "runtime"),
    ...poetryTable(at(root, "tool", "poetry", "dev-dependencies"), "development"),
    ...listed(at(root, "tool", "uv", "dev-dependencies"), "development", lines),
  ];
  for (const [extra, list] of fields(at(root, "project", "optional-dependencies"))) {
    found.push(...listed(list, scopeOfGroup(extra, "optional"), lines));
  }
  for (const [group, list] of fields(at(root, "dependency-groups"))) {
    found.push(...listed(list, scopeOfGroup(group, "development"), lines));
  }
  for (const [group, table] of fields(at(root, "tool", "poetry", "group"))) {
    found.push(...poetryTable(at(table, "dependencies"), scopeOfGroup(group, "development")));
  }
  for (const [environment, table] of fields(at(root, "tool", "hatch", "envs"))) {
    found.push(...listed(at(table, "dependencies"), scopeOfGroup(environment, "development"), lines));
  }
  return found;
}

/** Strings of a list share the line of its key, so each is looked up in the text below that. */
function listed(node: Node | undefined, scope: ConsumeScope, lines: readonly string[]): Requirement[] {
  let line = node?.line ?? 1;
  return items(node).flatMap((item) => {
    const written = text(item);
    if (written === undefined) return [];
    line = lineOf(written, line, lines);
    return parseRequirement(written, scope, line) ?? [];
  });
}

function lineOf(written: string, from: number, lines: readonly string[]): number {
  for (let at = from; at <= Math.min(lines.length, from + 50); at++)
    if (lines[at - 1]?.includes(written) === true) return at;
  return from;
}

function poetryTable(node: Node | undefined, scope: ConsumeScope): Requirement[] {
  return [...fields(node)].flatMap(([name, value]) =>
    name === "python" ? [] : [poetryRequirement(name, value, scope)],
  );
}

function poetryRequirement(name: string, node: Node, scope: ConsumeScope): Requirement {
  const choice = node.kind === "list" ? node.items[0] : node;
  const range = text(choice) ?? text(at(choice, "version"));
  const folder = text(at(choice, "path"));
  const url = text(at(choice, "git")) ?? text(at(choice, "url"));
  return {
    name,
    ...(range !== undefined && { range }),
    scope: scope === "runtime" && isTrue(at(choice, "optional")) ? "optional" : scope,
    line: node.line,
    ...(folder !== undefined && { folder }),
    ...(url !== undefined && { url }),
  };
}

/** `tool.uv.sources` says where a requirement is taken from. */
function withSources(requirements: readonly Requirement[], root: Node): Requirement[] {
  const sources = new Map(
    [...fields(at(root, "tool", "uv", "sources"))].map(([name, value]) => [normalizedName(name), value]),
  );
  return requirements.map((requirement) => {
    const source = sources.get(normalizedName(requirement.name));
    const folder = text(at(source, "path"));
    const url = text(at(source, "git")) ?? text(at(source, "url"));
    return { ...requirement, ...(folder !== undefined && { folder }), ...(url !== undefined && { url }) };
  });
}

/** `dynamic = ["dependencies"]` with setuptools: the requirements are in other files. */
function dynamicFiles(dynamic: Node | undefined): { path: string; scope: ConsumeScope }[] {
  const files = texts(at(dynamic, "dependencies", "file")).map((path) => ({ path, scope: "runtime" as ConsumeScope }));
  for (const [extra, value] of fields(at(dynamic, "optional-dependencies"))) {
    for (const path of texts(at(value, "file"))) files.push({ path, scope: scopeOfGroup(extra, "optional") });
  }
  return files;
}

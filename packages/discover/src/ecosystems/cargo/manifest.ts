/** What a Cargo.toml says, as plain facts with lines. */
import type { ConsumeScope } from "@freehold/model";
import type { Parsed } from "../ecosystem.ts";
import { at, fields, isTrue, items, type Node, text, texts } from "../reading/node.ts";
import { readToml } from "../reading/toml.ts";

export interface Dependency {
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

export interface CargoFacts {
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

const TABLES: readonly (readonly [string, ConsumeScope])[] = [
  ["dependencies", "runtime"],
  ["dev-dependencies", "development"],
  ["dev_dependencies", "development"],
  ["build-dependencies", "build"],
  ["build_dependencies", "build"],
];

export function parseCargoToml(source: string): Parsed<CargoFacts> {
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

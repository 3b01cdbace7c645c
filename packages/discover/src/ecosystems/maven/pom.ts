/** What a pom.xml says, as plain facts with lines. Source: the POM reference of Apache Maven. */
import type { ConsumeScope } from "@freehold/model";
import type { Parsed } from "../ecosystem.ts";
import { childAt, childrenAt, readXml, type XmlElement } from "../reading/xml.ts";

export interface Coordinates {
  readonly group?: string;
  readonly artifact: string;
  readonly version?: string;
  readonly line: number;
}

interface PomDependency extends Coordinates {
  readonly scope: ConsumeScope;
}

export interface PomFacts extends Coordinates {
  readonly packaging: string;
  readonly description?: string;
  readonly parent?: Coordinates & { readonly path: string };
  readonly modules: readonly string[];
  readonly dependencies: readonly PomDependency[];
  /** Versions that modules inherit. */
  readonly managed: readonly Coordinates[];
  readonly properties: { readonly [name: string]: string };
  /** Plugins that deploy it, and whether its modules inherit them. */
  readonly deploying: readonly { readonly plugin: string; readonly inherited: boolean }[];
  readonly developers: readonly { readonly text: string; readonly line: number }[];
}

const SCOPES: ReadonlyMap<string, ConsumeScope> = new Map([
  ["test", "test"],
  ["provided", "build"],
  ["system", "build"],
]);

export function parsePom(source: string): Parsed<PomFacts> {
  const { root, problems } = readXml(source, "maven");
  const artifact = textAt(root, "artifactId");
  if (root?.name !== "project" || artifact === undefined) return { facts: undefined, problems };
  const profiles = childrenAt(root, "profiles", "profile");
  const around = [root, ...profiles];
  const description = textAt(root, "description")?.split("\n")[0]?.trim();
  const parent = parentOf(childAt(root, "parent"));
  const facts: PomFacts = {
    ...optional("group", textAt(root, "groupId")),
    artifact,
    ...optional("version", textAt(root, "version")),
    line: childAt(root, "artifactId")?.line ?? root.line,
    packaging: textAt(root, "packaging") ?? "jar",
    ...(description !== undefined && description !== "" && { description }),
    ...(parent !== undefined && { parent }),
    modules: around
      .flatMap((one) => childrenAt(one, "modules", "module").map(({ text }) => text))
      .filter((one) => one !== ""),
    dependencies: around.flatMap((one) => childrenAt(one, "dependencies", "dependency").flatMap(dependencyOf)),
    managed: childrenAt(childAt(root, "dependencyManagement"), "dependencies", "dependency").flatMap(dependencyOf),
    properties: Object.fromEntries((childAt(root, "properties")?.children ?? []).map(({ name, text }) => [name, text])),
    deploying: around.flatMap((one) => childrenAt(childAt(one, "build"), "plugins", "plugin").flatMap(deployingOf)),
    developers: childrenAt(root, "developers", "developer").flatMap(developerOf),
  };
  return { facts, problems };
}

function optional<Key extends string>(key: Key, value: string | undefined): { readonly [name in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [name in Key]?: string };
}

function textAt(element: XmlElement | undefined, ...names: readonly string[]): string | undefined {
  const text = childAt(element, ...names)?.text;
  return text === undefined || text === "" ? undefined : text;
}

function parentOf(element: XmlElement | undefined): PomFacts["parent"] {
  const artifact = textAt(element, "artifactId");
  if (element === undefined || artifact === undefined) return undefined;
  const path = childAt(element, "relativePath");
  return {
    ...optional("group", textAt(element, "groupId")),
    artifact,
    ...optional("version", textAt(element, "version")),
    line: element.line,
    // An empty path says that the parent is not in the repository.
    path: path === undefined ? "../pom.xml" : path.text,
  };
}

function dependencyOf(element: XmlElement): PomDependency[] {
  const artifact = textAt(element, "artifactId");
  if (artifact === undefined) return [];
  const scope = SCOPES.get(textAt(element, "scope") ?? "") ?? "runtime";
  return [
    {
      ...optional("group", textAt(element, "groupId")),
      artifact,
      ...optional("version", textAt(element, "version")),
      line: element.line,
      scope: textAt(element, "optional") === "true" ? "optional" : scope,
    },
  ];
}

/** https://maven.apache.org/plugins/maven-deploy-plugin and https://central.sonatype.org/publish/publish-portal-maven. */
const DEPLOYING: ReadonlySet<string> = new Set([
  "maven-deploy-plugin",
  "central-publishing-maven-plugin",
  "nexus-staging-maven-plugin",
]);

function deployingOf(element: XmlElement): PomFacts["deploying"] {
  const plugin = textAt(element, "artifactId") ?? "";
  return DEPLOYING.has(plugin) ? [{ plugin, inherited: textAt(element, "inherited") !== "false" }] : [];
}

function developerOf(element: XmlElement): { text: string; line: number }[] {
  const [name, email] = [textAt(element, "name") ?? textAt(element, "id"), textAt(element, "email")];
  if (name === undefined && email === undefined) return [];
  const text = [name, email === undefined ? undefined : `<${email}>`].filter((one) => one !== undefined).join(" ");
  return [{ text, line: element.line }];
}

/** What one file of a chart says: `Chart.yaml`, or the values that name the images it runs. */
import type { Parsed } from "../ecosystem.ts";
import { at, fields, items, type Node, scalarText, text } from "../reading/node.ts";
import { readYaml } from "../reading/yaml.ts";

export interface ChartDependency {
  readonly name: string;
  readonly line: number;
  readonly range?: string;
  /** Where it comes from: an address, `oci://…`, `file://…`; absent: it lies in the chart's own `charts`. */
  readonly source?: string;
}

export interface ChartFacts {
  readonly kind: "chart";
  readonly name: string;
  readonly line: number;
  readonly version?: string;
  readonly description?: string;
  readonly dependencies: readonly ChartDependency[];
  readonly maintainers: readonly { readonly text: string; readonly line: number }[];
}

/** Dependencies of a chart of API version 1. */
interface RequirementsFacts {
  readonly kind: "requirements";
  readonly dependencies: readonly ChartDependency[];
}

interface ValuesFacts {
  readonly kind: "values";
  readonly images: readonly { readonly reference: string; readonly line: number }[];
}

export type HelmFacts = ChartFacts | RequirementsFacts | ValuesFacts;

export function parseChart(source: string): Parsed<HelmFacts> {
  const { root, problems } = readYaml(source, "helm");
  const name = at(root, "name");
  const called = scalarText(name);
  // Other tools have a Chart.yaml too; Helm asks for an API version and a name.
  if (name === undefined || called === undefined || at(root, "apiVersion") === undefined)
    return { facts: undefined, problems };
  const version = scalarText(at(root, "version"));
  const description = text(at(root, "description"));
  const facts: ChartFacts = {
    kind: "chart",
    name: called,
    line: name.line,
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description }),
    dependencies: dependenciesOf(root),
    maintainers: items(at(root, "maintainers")).flatMap(maintainerOf),
  };
  return { facts, problems };
}

export function parseRequirements(source: string): Parsed<HelmFacts> {
  const { root, problems } = readYaml(source, "helm");
  return { facts: { kind: "requirements", dependencies: dependenciesOf(root) }, problems };
}

/** Values are the chart's own affair, and may be of any form: what is wrong with them is no problem of ours. */
export function parseValues(source: string): Parsed<HelmFacts> {
  const { root } = readYaml(source, "helm");
  const images = [...imagesIn(root, 0)];
  return { facts: images.length === 0 ? undefined : { kind: "values", images }, problems: [] };
}

function dependenciesOf(root: Node | undefined): ChartDependency[] {
  return items(at(root, "dependencies")).flatMap((dependency): ChartDependency[] => {
    const name = at(dependency, "name");
    const called = text(name);
    if (name === undefined || called === undefined) return [];
    const range = scalarText(at(dependency, "version"));
    const source = text(at(dependency, "repository"));
    return [
      {
        name: called,
        line: name.line,
        ...(range !== undefined && { range }),
        ...(source !== undefined && { source }),
      },
    ];
  });
}

/** As other manifests write it: `Name <address>`; the login of a code host is in the link. */
function maintainerOf(node: Node): { text: string; line: number }[] {
  const name = text(at(node, "name"));
  const email = text(at(node, "email"));
  if (name === undefined && email === undefined) return [];
  return [{ text: [name, email && `<${email}>`].filter(Boolean).join(" "), line: node.line }];
}

const DEEPEST = 12;

/**
 * `image: {registry, repository, tag}` is the convention of charts: a map that has a `repository` beside
 * another part of an image's name. A repository alone may be anything.
 */
function* imagesIn(node: Node | undefined, depth: number): Generator<{ reference: string; line: number }> {
  if (node === undefined || depth > DEEPEST) return;
  const repository = text(at(node, "repository"));
  const parts = ["registry", "tag", "digest", "pullPolicy"].some((key) => at(node, key) !== undefined);
  if (repository !== undefined && parts && !repository.includes("://")) {
    const registry = text(at(node, "registry"));
    const tag = scalarText(at(node, "tag"));
    const name = registry === undefined ? repository : `${registry}/${repository}`;
    yield { reference: tag === undefined ? name : `${name}:${tag}`, line: at(node, "repository")?.line ?? node.line };
  }
  for (const [, value] of fields(node)) yield* imagesIn(value, depth + 1);
  for (const item of items(node)) yield* imagesIn(item, depth + 1);
}

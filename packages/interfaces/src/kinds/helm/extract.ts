/** The elements of charts: each value that can be set, the chart itself, its dependencies. */
import type { Problem } from "@freehold/model";
import { isList, isRecord, own } from "../../containment/json.ts";
import type { Extraction, Json, Place, ShapedElement, Source } from "../../kind.ts";
import { element } from "../../promise.ts";
import { readYaml, type YamlDocument } from "../../yaml-document.ts";
import { extract as extractSchemas } from "../json-schema/extract.ts";

const MAX_DEPTH = 12;

export function extract(sources: readonly Source[], place: Place): Extraction {
  const problems: Problem[] = [];
  const charts = sources.filter(({ path }) => /(?:^|\/)Chart\.ya?ml$/.test(path));
  const elements = sources.flatMap((source) => {
    const suffix = charts.length > 1 ? ` @${folderOf(source.path)}` : "";
    if (source.path.endsWith(".json")) return schemaElements(source, place, suffix);
    const document = readYaml("helm", source.path, source.text);
    problems.push(...document.problems);
    if (!isRecord(document.root)) return [];
    return /Chart\.ya?ml$/.test(source.path)
      ? chartElements(source.path, document, document.root, suffix)
      : valueElements({ path: source.path, document, suffix }, document.root, []);
  });
  return { elements: elements.sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function schemaElements(source: Source, place: Place, suffix: string): ShapedElement[] {
  const [first] = extractSchemas([source], place).elements;
  return first === undefined ? [] : [{ ...first, id: `values schema${suffix}`, kind: "schema", name: "values schema" }];
}

function chartElements(
  path: string,
  document: YamlDocument,
  root: { readonly [key: string]: Json },
  suffix: string,
): ShapedElement[] {
  const name = text(own(root, "name")) || "chart";
  const type = text(own(root, "type")) || "application";
  const kube = text(own(root, "kubeVersion"));
  const dependencies = own(root, "dependencies");
  const listed = isList(dependencies) ? dependencies.filter(isRecord) : [];
  return [
    element({
      id: `chart${suffix}`,
      kind: "chart",
      name,
      signature: `chart ${name}${kube === "" ? "" : ` (Kubernetes ${kube})`}`,
      structure: { name, type, kube },
      stability: own(root, "deprecated") === true ? "deprecated" : "stable",
      doc: text(own(root, "description")),
      rule: "helm.chart",
      path,
      line: document.lineOf(["name"]),
    }),
    ...listed.map((dependency) => {
      const called = text(own(dependency, "alias")) || text(own(dependency, "name"));
      const version = text(own(dependency, "version"));
      return element({
        id: `dependency ${called}${suffix}`,
        kind: "dependency",
        name: called,
        signature: `dependency ${called} ${version}`,
        structure: { version, condition: text(own(dependency, "condition")) },
        rule: "helm.dependency",
        path,
        line: document.lineOf(["dependencies"]),
      });
    }),
  ];
}

interface Values {
  readonly path: string;
  readonly document: YamlDocument;
  readonly suffix: string;
}

function valueElements(
  values: Values,
  record: { readonly [key: string]: Json },
  above: readonly string[],
): ShapedElement[] {
  return Object.keys(record).flatMap((key) => {
    const at = [...above, key];
    const value = record[key] ?? null;
    if (isRecord(value) && Object.keys(value).length > 0 && at.length < MAX_DEPTH)
      return valueElements(values, value, at);
    return [valueElement(values, at, value)];
  });
}

function valueElement({ path, document, suffix }: Values, at: readonly string[], value: Json): ShapedElement {
  const name = at.map((key) => (/[.\s]/.test(key) ? JSON.stringify(key) : key)).join(".");
  const type = typeOf(value);
  return element({
    id: `value ${name}${suffix}`,
    kind: "value",
    name,
    signature: `${name}: ${type} = ${JSON.stringify(value)}`,
    structure: { type, default: value },
    doc: commentOf(document.commentOf(at)),
    rule: "helm.value",
    path,
    line: document.lineOf(at),
  });
}

/** `# -- what it does`, as helm-docs reads it, or a plain comment. */
function commentOf(comment: string | undefined): string | undefined {
  return comment
    ?.split("\n")
    .map((line) => line.replace(/^\s*(?:--)?\s*/, ""))
    .find((line) => line !== "" && !line.startsWith("@"));
}

function typeOf(value: Json): string {
  if (value === null) return "any";
  return Array.isArray(value) ? "array" : typeof value;
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** The elements of `action.yml` files and of workflows that others can call. */
import type { Problem } from "@freehold/model";
import { isRecord, own } from "../../containment/json.ts";
import type { Extraction, Json, Place, ShapedElement, Source } from "../../kind.ts";
import { element, shown } from "../../promise.ts";
import { readYaml, type YamlDocument } from "../../yaml-document.ts";

interface Described {
  /** In front of every id: the folder of the action or the file of the workflow, relative to the unit. */
  readonly prefix: string;
  readonly path: string;
  readonly document: YamlDocument;
  readonly at: readonly string[];
  readonly record: { readonly [key: string]: Json };
}

export function extract(sources: readonly Source[], place: Place): Extraction {
  const problems: Problem[] = [];
  const elements = sources.flatMap(({ path, text }) => {
    const document = readYaml("github-action", path, text);
    problems.push(...document.problems);
    if (!isRecord(document.root)) return [];
    return /(?:^|\/)action\.ya?ml$/.test(path)
      ? action({ prefix: prefixOf(path, place), path, document, at: [], record: document.root })
      : workflow(path, place, document, document.root);
  });
  return { elements: elements.sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}

function prefixOf(path: string, { folder }: Place): string {
  const inside = folder === "" ? path : path.slice(folder.length + 1);
  const above = inside.slice(0, Math.max(0, inside.lastIndexOf("/")));
  return above === "" ? "" : `${above}/`;
}

function action(described: Described): ShapedElement[] {
  const { record, prefix, path, document } = described;
  const runs = own(record, "runs");
  const using = isRecord(runs) ? text(own(runs, "using")) : "";
  const name = text(own(record, "name")) || "action";
  return [
    element({
      id: `${prefix}action`,
      kind: "action",
      name,
      signature: `${name} (runs using ${using || "nothing"})`,
      structure: { using: family(using), runtime: using },
      doc: text(own(record, "description")),
      rule: "github-action.action",
      path,
      line: document.lineOf(["runs"]),
    }),
    ...parameters(described, "inputs", "input"),
    ...parameters(described, "outputs", "output"),
  ];
}

/** Where it can run: a container action needs a Linux runner, the others run everywhere. */
function family(using: string): string {
  if (using.startsWith("node")) return "javascript";
  return using;
}

function workflow(
  path: string,
  place: Place,
  document: YamlDocument,
  root: { readonly [key: string]: Json },
): ShapedElement[] {
  // YAML 1.1 reads the key `on` as true; both are seen in the wild.
  const key = own(root, "on") === undefined ? "true" : "on";
  const on = own(root, key);
  const call = isRecord(on) ? own(on, "workflow_call") : undefined;
  const callable = call !== undefined || on === "workflow_call" || (Array.isArray(on) && on.includes("workflow_call"));
  if (!callable) return [];
  const inside = place.folder === "" ? path : path.slice(place.folder.length + 1);
  const prefix = `${inside.slice(inside.lastIndexOf("/") + 1)}/`;
  const name = text(own(root, "name")) || prefix.slice(0, -1);
  const described: Described = {
    prefix,
    path,
    document,
    at: [key, "workflow_call"],
    record: isRecord(call) ? call : {},
  };
  return [
    element({
      id: `${prefix}workflow`,
      kind: "workflow",
      name,
      signature: `workflow ${name}`,
      structure: { using: "workflow", runtime: "workflow" },
      rule: "github-action.workflow",
      path,
      line: document.lineOf([key]),
    }),
    ...parameters(described, "inputs", "input"),
    ...parameters(described, "secrets", "secret"),
    ...parameters(described, "outputs", "output"),
  ];
}

function parameters({ prefix, path, document, at, record }: Described, section: string, kind: string): ShapedElement[] {
  const listed = own(record, section);
  if (!isRecord(listed)) return [];
  return Object.keys(listed).map((name) => {
    const entry = own(listed, name);
    const fields = isRecord(entry) ? entry : {};
    const structure = kind === "output" ? { kind } : inputStructure(kind, fields);
    return element({
      // GitHub compares the names of inputs without regard to case.
      id: `${prefix}${kind} ${kind === "output" ? name : name.toLowerCase()}`,
      kind,
      name,
      signature: signatureOf(kind, name, structure),
      structure,
      stability: own(fields, "deprecationMessage") === undefined ? "stable" : "deprecated",
      doc: text(own(fields, "description")),
      rule: `github-action.${kind}`,
      path,
      line: document.lineOf([...at, section, name]),
    });
  });
}

function inputStructure(kind: string, fields: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  const type = text(own(fields, "type")) || "string";
  const given = own(fields, "default");
  // To an action every input is a text, and an empty one is what it gets without any.
  const fallback = type === "string" && given !== undefined && given !== null ? shown(given) : given;
  return {
    kind,
    // A default makes it optional, whatever `required` says.
    // A text says it as well: GitHub reads both.
    required: isTrue(own(fields, "required")) && fallback === undefined,
    type,
    ...(fallback === undefined || fallback === null || fallback === "" ? {} : { default: fallback }),
  };
}

function isTrue(value: Json | undefined): boolean {
  return value === true || (typeof value === "string" && value.toLowerCase() === "true");
}

function signatureOf(kind: string, name: string, structure: { readonly [key: string]: Json }): string {
  if (kind === "output") return `output ${name}`;
  const fallback = structure["default"];
  const tail = fallback === undefined ? "" : ` = ${JSON.stringify(fallback)}`;
  return `${kind} ${name}${structure["required"] === true ? "" : "?"}: ${shown(structure["type"])}${tail}`;
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

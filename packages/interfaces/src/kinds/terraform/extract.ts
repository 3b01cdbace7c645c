/** The elements of Terraform modules: variables, outputs, and what they need to run. */
import type { Problem } from "@freehold/model";
import { attributeOf, type HclBlock, type HclBody, type HclToken, hclText, literal, readHcl } from "../../hcl/index.ts";
import type { Extraction, Json, Place, ShapedElement, Source } from "../../kind.ts";
import { element } from "../../promise.ts";
import { expressionKind } from "./expressions.ts";
import { readType, typeText } from "./types.ts";
import { allowedValues, conditionText } from "./validation.ts";

export function extract(sources: readonly Source[], place: Place): Extraction {
  const problems: Problem[] = [];
  const found = new Map<string, ShapedElement>();
  for (const { path, text } of sources) {
    const { body, problems: own } = readHcl(text);
    problems.push(...own.map((one) => problemOf(one, path)));
    const file: File = { path, suffix: suffixOf(path, place) };
    const module = moduleElement(file);
    if (!found.has(module.id)) found.set(module.id, module);
    for (const block of body.blocks)
      for (const one of blockElements(block, file)) if (!found.has(one.id)) found.set(one.id, one);
  }
  return { elements: [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}

/** The module itself, which may promise nothing more: so one that is new is told from one that was empty. */
function moduleElement({ path, suffix }: File): ShapedElement {
  const id = `module${suffix}`;
  return element({
    id,
    kind: "module",
    name: "module",
    signature: "module",
    structure: {},
    rule: "terraform.module",
    path,
  });
}

function problemOf({ message, line }: { readonly message: string; readonly line: number }, path: string): Problem {
  const hint = "What it declares is not known; Terraform's own `validate` says more.";
  return { code: "terraform/syntax", severity: "info", message, hint, path, line };
}

interface File {
  readonly path: string;
  /** Of modules below the unit's own folder. */
  readonly suffix: string;
}

function suffixOf(path: string, { folder }: Place): string {
  const own = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  return own === folder ? "" : ` @${folder === "" ? own : own.slice(folder.length + 1)}`;
}

function blockElements(block: HclBlock, file: File): ShapedElement[] {
  switch (block.type) {
    case "variable":
      return [variable(block, file)];
    case "output":
      return [output(block, file)];
    case "terraform":
      return requirements(block, file);
    default:
      return [];
  }
}

function variable({ labels, body, line }: HclBlock, { path, suffix }: File): ShapedElement {
  const [name = ""] = labels;
  const type = readType(attributeOf(body, "type")?.value);
  const fallback = attributeOf(body, "default");
  const value = fallback === undefined ? null : shownValue(fallback.value);
  const validations = body.blocks.filter((one) => one.type === "validation").map((one) => conditionOf(one, name));
  const structure = {
    type: type ?? null,
    default: value,
    nullable: truth(body, "nullable", true),
    sensitive: truth(body, "sensitive", false),
    ephemeral: truth(body, "ephemeral", false),
    validations: validations.map(({ text }) => text).sort(),
    allowed: validations.map(({ allowed }) => allowed),
  };
  const shown = type === undefined ? "?" : typeText(type);
  return element({
    id: `variable ${name}${suffix}`,
    kind: "variable",
    name,
    signature: `${name}: ${shown}${value === null ? "" : ` = ${value}`}`,
    // A type that is not understood is compared by no rule.
    structure: type === undefined ? undefined : (structure as unknown as Json),
    stability: attributeOf(body, "deprecated") === undefined ? "stable" : "deprecated",
    doc: descriptionOf(body),
    rule: "terraform.variable",
    path,
    line,
  });
}

function conditionOf({ body }: HclBlock, variable: string) {
  const tokens = attributeOf(body, "condition")?.value ?? [];
  return { text: conditionText(tokens), allowed: allowedValues(tokens, variable) as Json };
}

/** Literals as values, so that formatting is not seen; anything else as its text. */
function shownValue(tokens: readonly HclToken[]): string {
  const known = literal(tokens);
  return known === undefined ? hclText(tokens) : JSON.stringify(known.value);
}

function truth({ attributes }: HclBody, name: string, otherwise: boolean): boolean {
  const value = attributes.find((one) => one.name === name)?.value;
  const known = value === undefined ? undefined : literal(value)?.value;
  return known === undefined ? otherwise : known === true || known === "true";
}

function descriptionOf(body: HclBody): string | undefined {
  const value = attributeOf(body, "description")?.value;
  const known = value === undefined ? undefined : literal(value)?.value;
  return typeof known === "string" ? known : undefined;
}

function output({ labels, body, line }: HclBlock, { path, suffix }: File): ShapedElement {
  const [name = ""] = labels;
  const value = attributeOf(body, "value")?.value ?? [];
  const preconditions = body.blocks
    .filter(({ type }) => type === "precondition")
    .map((one) => hclText(attributeOf(one.body, "condition")?.value ?? []));
  return element({
    id: `output ${name}${suffix}`,
    kind: "output",
    name,
    signature: `output ${name}`,
    structure: {
      value: expressionKind(value),
      conditions: preconditions.sort(),
      sensitive: truth(body, "sensitive", false),
      ephemeral: truth(body, "ephemeral", false),
    },
    stability: attributeOf(body, "deprecated") === undefined ? "stable" : "deprecated",
    doc: descriptionOf(body),
    rule: "terraform.output",
    path,
    line,
  });
}

function requirements({ body, line }: HclBlock, { path, suffix }: File): ShapedElement[] {
  const elements: ShapedElement[] = [];
  const version = textOf(body, "required_version");
  if (version !== undefined)
    elements.push(
      element({
        id: `terraform${suffix}`,
        kind: "terraform",
        name: "terraform",
        signature: `Terraform ${version}`,
        structure: { version },
        rule: "terraform.required_version",
        path,
        line,
      }),
    );
  for (const block of body.blocks.filter(({ type }) => type === "required_providers"))
    for (const one of block.body.attributes) elements.push(provider(one.name, one.value, { path, suffix }, one.line));
  return elements;
}

function textOf({ attributes }: HclBody, name: string): string | undefined {
  const value = attributes.find((one) => one.name === name)?.value;
  const known = value === undefined ? undefined : literal(value)?.value;
  return typeof known === "string" ? known : undefined;
}

/** `{ source = …, version = …, configuration_aliases = […] }`, or just a version. */
function provider(name: string, value: readonly HclToken[], { path, suffix }: File, line: number): ShapedElement {
  const plain = literal(value)?.value;
  const part = (key: string) => entryOf(value, key);
  const version = typeof plain === "string" ? plain : textIn(part("version"));
  const source = textIn(part("source")) ?? `hashicorp/${name}`;
  const aliases = hclText(part("configuration_aliases") ?? []).match(/[\w.-]+/g) ?? [];
  return element({
    id: `provider ${name}${suffix}`,
    kind: "provider",
    name,
    signature: `${source}${version === undefined ? "" : ` ${version}`}`,
    structure: { source, version: version ?? null, aliases: aliases.toSorted() },
    rule: "terraform.required_providers",
    path,
    line,
  });
}

/** What stands behind a key of an object. */
function entryOf(tokens: readonly HclToken[], key: string): readonly HclToken[] | undefined {
  const at = tokens.findIndex((token, index) => token.text === key && tokens[index + 1]?.text === "=");
  if (at < 0) return undefined;
  const value: HclToken[] = [];
  let depth = 0;
  for (const token of tokens.slice(at + 2)) {
    if ("([{".includes(token.text)) depth++;
    else if (")]}".includes(token.text) && --depth < 0) break;
    if (depth === 0 && (token.text === "," || (value.length > 0 && token.kind === "name"))) break;
    value.push(token);
  }
  return value;
}

function textIn(tokens: readonly HclToken[] | undefined): string | undefined {
  const known = tokens === undefined ? undefined : literal(tokens)?.value;
  return typeof known === "string" ? known : undefined;
}

/**
 * Type constraints of Terraform, and whether one takes all that another takes.
 *
 * Source: "Type Constraints" and "Types and Values" of Terraform's documentation. Values are converted where
 * no value of the type can fail to be: numbers and truth values to text, sets to lists, objects to maps.
 */
import { type HclToken, hclText, literal } from "../../hcl/index.ts";

export type Type =
  | { readonly of: "any" }
  | { readonly of: "string" | "number" | "bool" }
  | { readonly of: "list" | "set" | "map"; readonly item: Type }
  | { readonly of: "tuple"; readonly items: readonly Type[] }
  | { readonly of: "object"; readonly attributes: { readonly [name: string]: AttributeType } };

interface AttributeType {
  readonly type: Type;
  readonly optional: boolean;
  /** As written. */
  readonly default: string | null;
}

const ANY: Type = { of: "any" };
const DEPTH = 30;

/** What is not understood is undefined: its shape is unknown. */
export function readType(tokens: readonly HclToken[] | undefined): Type | undefined {
  if (tokens === undefined || tokens.length === 0) return ANY;
  const quoted = tokens.length === 1 && tokens[0]?.kind === "text" ? textOf(tokens) : undefined;
  // Before 0.12 types were texts, and lists and maps were of anything.
  if (quoted !== undefined) return named(quoted);
  const cursor = { tokens, at: 0 };
  const type = readAt(cursor, 0);
  return cursor.at < tokens.length ? undefined : type;
}

interface Cursor {
  readonly tokens: readonly HclToken[];
  at: number;
}

function named(name: string): Type | undefined {
  if (name === "any") return ANY;
  if (name === "string" || name === "number" || name === "bool") return { of: name };
  return name === "list" || name === "set" || name === "map" ? { of: name, item: ANY } : undefined;
}

function readAt(cursor: Cursor, depth: number): Type | undefined {
  const name = cursor.tokens[cursor.at++];
  if (name?.kind !== "name" || depth > DEPTH) return undefined;
  if (cursor.tokens[cursor.at]?.text !== "(") return named(name.text);
  cursor.at++;
  const type = inBrackets(name.text, cursor, depth);
  if (cursor.tokens[cursor.at]?.text === ",") cursor.at++;
  return cursor.tokens[cursor.at++]?.text === ")" ? type : undefined;
}

function inBrackets(name: string, cursor: Cursor, depth: number): Type | undefined {
  if (name === "list" || name === "set" || name === "map") {
    const item = readAt(cursor, depth + 1);
    return item && { of: name, item };
  }
  if (name === "tuple") return readTuple(cursor, depth);
  return name === "object" ? readObject(cursor, depth) : undefined;
}

function readTuple(cursor: Cursor, depth: number): Type | undefined {
  if (cursor.tokens[cursor.at++]?.text !== "[") return undefined;
  const items: Type[] = [];
  while (cursor.tokens[cursor.at]?.text !== "]") {
    const item = readAt(cursor, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
    if (cursor.tokens[cursor.at]?.text === ",") cursor.at++;
  }
  cursor.at++;
  return { of: "tuple", items };
}

function readObject(cursor: Cursor, depth: number): Type | undefined {
  if (cursor.tokens[cursor.at++]?.text !== "{") return undefined;
  const attributes: [string, AttributeType][] = [];
  while (cursor.tokens[cursor.at]?.text !== "}") {
    const key = cursor.tokens[cursor.at++];
    const sign = cursor.tokens[cursor.at++]?.text;
    if (key === undefined || (sign !== "=" && sign !== ":")) return undefined;
    const attribute = readAttribute(cursor, depth);
    if (attribute === undefined) return undefined;
    attributes.push([key.text.replaceAll('"', ""), attribute]);
    if (cursor.tokens[cursor.at]?.text === ",") cursor.at++;
  }
  cursor.at++;
  return { of: "object", attributes: Object.fromEntries(attributes.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** `optional(type, default)`, or a type. */
function readAttribute(cursor: Cursor, depth: number): AttributeType | undefined {
  const optional = cursor.tokens[cursor.at]?.text === "optional" && cursor.tokens[cursor.at + 1]?.text === "(";
  if (!optional) {
    const type = readAt(cursor, depth + 1);
    return type && { type, optional: false, default: null };
  }
  cursor.at += 2;
  const type = readAt(cursor, depth + 1);
  if (type === undefined) return undefined;
  const rest: HclToken[] = [];
  let open = 0;
  for (let token = cursor.tokens[cursor.at]; token !== undefined; token = cursor.tokens[cursor.at]) {
    if (open === 0 && token.text === ")") break;
    if ("([{".includes(token.text)) open++;
    else if (")]}".includes(token.text)) open--;
    rest.push(token);
    cursor.at++;
  }
  cursor.at++;
  const value = rest.slice(1);
  const known = literal(value);
  const shown = known === undefined ? hclText(value) : JSON.stringify(known.value);
  return { type, optional: true, default: value.length === 0 || shown === "null" ? null : shown };
}

/** One line, as people write it. */
export function typeText(type: Type): string {
  switch (type.of) {
    case "list":
    case "set":
    case "map":
      return `${type.of}(${typeText(type.item)})`;
    case "tuple":
      return `tuple([${type.items.map(typeText).join(", ")}])`;
    case "object":
      return `object({${Object.entries(type.attributes)
        .map(([name, one]) => `${name} = ${one.optional ? `optional(${typeText(one.type)})` : typeText(one.type)}`)
        .join(", ")}})`;
    default:
      return type.of;
  }
}

/** Why a new type does not take something that the old one took. */
export interface Refusal {
  readonly class: "breaking" | "unknown";
  /** Where in the value: `.a.b[*]`. */
  readonly at: string;
  readonly message: string;
}

/** Empty: every value is taken, and nothing of it is lost. Linear in the types. */
export function refusals(old: Type, young: Type, at = ""): Refusal[] {
  if (young.of === "any") return [];
  const refuse = (message: string): Refusal[] => [{ class: "breaking", at, message }];
  const instead = `${typeText(young)} in place of ${typeText(old)}`;
  if (old.of === "any") return refuse(`is ${instead}`);
  if (old.of === "object") return fromObject(old, young, at, instead);
  if (old.of === "tuple") return fromTuple(old, young, at, instead);
  if (old.of === "list" || old.of === "set" || old.of === "map") return fromCollection(old, young, at, instead);
  if (old.of === young.of) return [];
  // Every number and truth value has a text; few texts are numbers.
  return young.of === "string" ? [] : refuse(`is ${instead}`);
}

function fromCollection(
  old: Extract<Type, { readonly of: "list" | "set" | "map" }>,
  young: Type,
  at: string,
  instead: string,
): Refusal[] {
  if (young.of === old.of) return refusals(old.item, young.item, `${at}[*]`);
  if (old.of !== "map" && (young.of === "list" || young.of === "set")) {
    const inside = refusals(old.item, young.item, `${at}[*]`);
    const lost = old.of === "list" ? "order and repetition are lost" : "the order is not what was written";
    return [...inside, { class: "unknown", at, message: `is ${instead}: ${lost}` }];
  }
  if (old.of === "map" && young.of === "object" && Object.values(young.attributes).every(({ optional }) => optional))
    return [{ class: "unknown", at, message: `is ${instead}: keys that it does not name are dropped` }];
  return [{ class: "breaking", at, message: `is ${instead}` }];
}

function fromTuple(old: Extract<Type, { readonly of: "tuple" }>, young: Type, at: string, instead: string): Refusal[] {
  if (young.of === "list" || young.of === "set")
    return old.items.flatMap((item, index) => refusals(item, young.item, `${at}[${index}]`));
  if (young.of !== "tuple" || young.items.length !== old.items.length)
    return [{ class: "breaking", at, message: `is ${instead}` }];
  return old.items.flatMap((item, index) => refusals(item, young.items[index] ?? ANY, `${at}[${index}]`));
}

function fromObject(
  old: Extract<Type, { readonly of: "object" }>,
  young: Type,
  at: string,
  instead: string,
): Refusal[] {
  if (young.of === "map")
    return Object.entries(old.attributes).flatMap(([name, one]) => refusals(one.type, young.item, `${at}.${name}`));
  if (young.of !== "object") return [{ class: "breaking", at, message: `is ${instead}` }];
  const found: Refusal[] = [];
  for (const [name, is] of Object.entries(young.attributes)) {
    const was = Object.hasOwn(old.attributes, name) ? old.attributes[name] : undefined;
    if (was === undefined) {
      if (!is.optional) found.push({ class: "breaking", at: `${at}.${name}`, message: "is new and must be given" });
      continue;
    }
    if (was.optional && !is.optional) found.push({ class: "breaking", at: `${at}.${name}`, message: "must be given" });
    else if (was.default !== is.default && was.optional)
      found.push({
        class: "unknown",
        at: `${at}.${name}`,
        message: `is ${is.default ?? "null"} by default, in place of ${was.default ?? "null"}`,
      });
    found.push(...refusals(was.type, is.type, `${at}.${name}`));
  }
  for (const name of Object.keys(old.attributes))
    if (!Object.hasOwn(young.attributes, name))
      found.push({ class: "breaking", at: `${at}.${name}`, message: "is gone: what is given for it is dropped" });
  return found;
}

function textOf(tokens: readonly HclToken[]): string {
  const value = literal(tokens)?.value;
  return typeof value === "string" ? value : "";
}

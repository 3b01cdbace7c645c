/** Parameters of an operation, matched by place and name; those of a path by position. */
import { canonical, isList, isRecord, own } from "../../containment/json.ts";
import { resolveReference } from "../../containment/schemas.ts";
import type { Json } from "../../kind.ts";
import { compareSchema } from "./compare-schema.ts";
import { report, stillHolds } from "./judge.ts";
import type { Judge, Report, Side } from "./judge.ts";
import type { Operation, Parameter } from "./structure.ts";

export function compareParameters(judge: Judge, to: Report, before: Operation, after: Operation): void {
  const old = keyed(before);
  const young = keyed(after);
  for (const [key, parameter] of old) {
    const other = young.get(key);
    const what = `${parameter.in} parameter`;
    if (other !== undefined) compareParameter(judge, to, parameter, other);
    else report(to, "parameter-removed", "breaking", `the ${what} \`${parameter.name}\` is gone`);
  }
  for (const [key, parameter] of young) {
    if (old.has(key)) continue;
    const kind = parameter.required ? "breaking" : "compatible";
    const rule = parameter.required ? "required-parameter-added" : "optional-parameter-added";
    report(
      to,
      rule,
      kind,
      `the ${parameter.required ? "required" : "optional"} ${parameter.in} parameter \`${parameter.name}\` is new`,
    );
  }
}

function keyed(operation: Operation): Map<string, Parameter> {
  const names = [...operation.path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
  const inPath = operation.parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name);
  // Templates and parameters do not always agree on names; what is left over is matched in order.
  const unnamed = names.filter((name) => !inPath.includes(name));
  const strays = inPath.filter((name) => !names.includes(name));
  const position = (name: string) =>
    names.indexOf(names.includes(name) ? name : (unnamed[strays.indexOf(name)] ?? name));
  return new Map(
    operation.parameters.map((parameter) => {
      const at = parameter.in === "path" ? position(parameter.name) : -1;
      return [at < 0 ? `${parameter.in} ${parameter.name}` : `path ${at}`, parameter];
    }),
  );
}

function compareParameter(judge: Judge, to: Report, old: Parameter, young: Parameter): void {
  const what = `${old.in} parameter (\`${old.name}\`)`;
  if (!old.required && young.required)
    report(to, "parameter-became-required", "breaking", `the ${what} became required`);
  if (old.required && !young.required)
    report(to, "parameter-became-optional", "compatible", `the ${what} became optional`);
  if (!old.deprecated && young.deprecated)
    report(to, "parameter-deprecated", "compatible", `the ${what} became deprecated`);
  if (old.style !== young.style && matters(judge, old, young)) {
    report(to, "parameter-style-changed", "breaking", `lists and objects of the ${what} are written in another way`);
  }
  compareAllowances(to, what, old, young);
  const [before, after] = [defaultOf(judge.before, old.schema), defaultOf(judge.after, young.schema)];
  if (before !== after) {
    report(
      to,
      "parameter-default-changed",
      "breaking",
      `the default of the ${what} changed from ${before ?? "none"} to ${after ?? "none"}`,
    );
  }
  if (lostExtensible(judge, old, young))
    report(to, "parameter-value-removed", "breaking", `a value of the ${what} is gone`);
  if (widenedAsText(judge, old, young) || becameList(judge, old, young))
    report(to, "parameter-type-generalised", "compatible", `the ${what} takes more texts`);
  else compareSchema(judge, to, what, old.schema, young.schema, "request");
}

/** Nothing at all was a value, or reserved characters stood for themselves: whoever sends that may be refused. */
function compareAllowances(to: Report, what: string, old: Parameter, young: Parameter): void {
  const gone = old.allows.filter((one) => !young.allows.includes(one));
  const fresh = young.allows.filter((one) => !old.allows.includes(one));
  if (gone.length > 0)
    report(to, "parameter-allows-less", "breaking", `the ${what} has no ${gone.join(", ")} any more`);
  if (fresh.length > 0) report(to, "parameter-allows-more", "compatible", `the ${what} has ${fresh.join(", ")} now`);
}

/** Style is about lists and objects alone; what is written as JSON or the like is so whatever it is. */
function matters(judge: Judge, old: Parameter, young: Parameter): boolean {
  if (old.style.startsWith("content") !== young.style.startsWith("content")) return true;
  if (old.style.startsWith("content")) return true;
  return [typeNames(judge.before, old.schema), typeNames(judge.after, young.schema)].some(
    (names) => !names.every((name) => SCALARS.has(name)),
  );
}

const SCALARS = new Set(["string", "number", "integer", "boolean", "null"]);

/** The types that a schema names, or nothing-known as `?`. */
function typeNames(side: Side, schema: Json): readonly string[] {
  const at = resolved(side, schema);
  const type = isRecord(at) ? own(at, "type") : undefined;
  if (typeof type === "string") return [type];
  return isList(type) ? type.filter((name) => typeof name === "string") : ["?"];
}

function resolved(side: Side, schema: Json): Json {
  const reference = isRecord(schema) ? own(schema, "$ref") : undefined;
  if (typeof reference !== "string") return schema;
  return resolveReference(side.schemas, reference, side.root)?.schema ?? schema;
}

function defaultOf(side: Side, schema: Json): string | undefined {
  const at = resolved(side, schema);
  const value = isRecord(at) ? own(at, "default") : undefined;
  return value === undefined ? undefined : canonical(value);
}

/** On the wire a parameter is text: whoever takes any text takes the text of every number, too. */
function widenedAsText(judge: Judge, old: Parameter, young: Parameter): boolean {
  if (old.style.startsWith("content") || old.style !== young.style) return false;
  if (canonical(resolved(judge.before, old.schema)) === canonical(resolved(judge.after, young.schema))) return false;
  const before = typeNames(judge.before, old.schema);
  if (before.length === 0 || !before.every((name) => SCALARS.has(name) && name !== "null")) return false;
  return (
    typeNames(judge.after, young.schema).includes("string") &&
    stillHolds(judge, { type: "string" }, young.schema, "request").kind === "yes"
  );
}

/** A header that might say anything, and says numbers now, is no surprise: it always came as text. */
export function narrowedFromText(judge: Judge, before: Json, after: Json): boolean {
  const names = typeNames(judge.after, after);
  return (
    typeNames(judge.before, before).includes("string") &&
    names.length > 0 &&
    names.every((name) => SCALARS.has(name) && name !== "null") &&
    stillHolds(judge, before, { type: "string" }, "response").kind === "yes"
  );
}

/** `?a=1` is also how a list of one is written, where each item has a parameter of its own. */
function becameList(judge: Judge, old: Parameter, young: Parameter): boolean {
  if (old.in !== "query" || !/^("form" true|multi)$/.test(young.style)) return false;
  const before = typeNames(judge.before, old.schema);
  const list = resolved(judge.after, young.schema);
  if (
    !isRecord(list) ||
    own(list, "type") !== "array" ||
    before.length === 0 ||
    !before.every((name) => SCALARS.has(name))
  )
    return false;
  const [least, most] = [own(list, "minItems") ?? 0, own(list, "maxItems") ?? 1];
  const one = typeof least === "number" && least <= 1 && typeof most === "number" && most >= 1;
  const items = own(list, "items") ?? {};
  const text = typeNames(judge.after, items).includes("string") ? { type: "string" } : old.schema;
  return one && stillHolds(judge, text, items, "request").kind === "yes";
}

function lostExtensible(judge: Judge, old: Parameter, young: Parameter): boolean {
  const after = extensible(judge.after, young.schema);
  return after !== undefined && (extensible(judge.before, old.schema) ?? []).some((value) => !after.includes(value));
}

function extensible(side: Side, schema: Json): readonly string[] | undefined {
  const at = resolved(side, schema);
  const list = isRecord(at) ? own(at, "x-extensible-enum") : undefined;
  return isList(list) ? list.map(canonical) : undefined;
}

/**
 * Variables that a schema over the environment demands: zod's `z.object({…}).parse(process.env)`, envalid's
 * `cleanEnv(process.env, {…})`, and `createEnv({ server: {…}, runtimeEnv: process.env })` of t3-env.
 */
import type { SyntaxNode } from "@lezer/common";
import { assignmentsOf } from "../../syntax/source.ts";
import { callsOf, type Chain, fieldOf, jsonOf, positional, textsOf, type Value } from "../../syntax/value.ts";
import type { EnvironmentFile, Read } from "./read.ts";
import { isEnvironmentNode } from "./ways.ts";

export function schemaReads(file: EnvironmentFile): Read[] {
  const { source } = file;
  if (source.language !== "javascript") return [];
  const schemas = new Map<string, Value>();
  const found: Read[] = [];
  source.tree.iterate({
    enter({ node }) {
      for (const { name, value } of assignmentsOf(node, source.text)) {
        const shape = shapeOf(source.valueOf(value));
        if (shape !== undefined) schemas.set(name, shape);
      }
      if (node.name !== "CallExpression") return;
      const chain = source.valueOf(node);
      if (chain.kind !== "chain") return;
      for (const shape of demandedShapes(chain, node, file, schemas)) found.push(...readsOf(shape, file));
    },
  });
  return found;
}

/** The record in `z.object({…})`. */
function shapeOf(value: Value): Value | undefined {
  if (value.kind !== "chain") return undefined;
  const made = callsOf(value).find(
    ({ method }) => method === "object" || method === "strictObject" || method === "looseObject",
  );
  return made?.args[0]?.value;
}

function demandedShapes(
  chain: Chain,
  node: SyntaxNode,
  file: EnvironmentFile,
  schemas: ReadonlyMap<string, Value>,
): Value[] {
  const call = callsOf(chain).at(-1);
  if (call === undefined) return [];
  const values = positional(call.args);
  const isEnvironment = (value: Value | undefined) => value !== undefined && isEnvironmentAt(file, node, value);
  if (/^(?:safeP|p)arse(?:Async)?$/.test(call.method) && isEnvironment(values[0])) {
    const shape = shapeOf(chain) ?? schemas.get(chain.base);
    return shape === undefined ? [] : [shape];
  }
  if (call.method !== "" || values.length === 0) return [];
  const imported = file.imports.get(chain.base);
  if (imported?.module === "envalid" && isEnvironment(values[0]) && values[1] !== undefined) return [values[1]];
  if (imported?.name !== "createEnv") return [];
  return ["server", "client", "shared"].flatMap((part) => fieldOf(values[0], part) ?? []);
}

function isEnvironmentAt(file: EnvironmentFile, within: SyntaxNode, value: Value): boolean {
  const node = within.resolve(value.from, 1);
  for (let at: SyntaxNode | null = node; at !== null && at.from === value.from; at = at.parent)
    if (at.to === value.to) return isEnvironmentNode(file, at);
  return false;
}

function readsOf(shape: Value, { source }: EnvironmentFile): Read[] {
  if (shape.kind !== "record") return [];
  return shape.fields.flatMap(({ name, value, position }): Read[] => {
    if (value.kind !== "chain") return [];
    const calls = callsOf(value);
    const methods = calls.map(({ method }) => (method === "" ? value.base : method));
    // envalid says it in what the validator is handed, zod in what is called on it.
    const config = calls[0]?.args.at(-1)?.value;
    const fallback =
      calls.find(({ method }) => method === "default" || method === "catch")?.args[0]?.value ??
      fieldOf(config, "default") ??
      fieldOf(config, "devDefault");
    const json = jsonOf(fallback);
    const choices =
      textsOf(calls.find(({ method }) => method === "enum")?.args[0]?.value) ?? textsOf(fieldOf(config, "choices"));
    const type = methods.map((method) => TYPES[method]).find((one) => one !== undefined);
    return [
      {
        name,
        path: source.path,
        line: source.lineAt(position.from),
        required: fallback === undefined && !methods.some((method) => /^(?:optional|nullish|catch)$/.test(method)),
        rule: "schema",
        ...(json !== undefined && json !== null && { default: json }),
        ...(type !== undefined && { type }),
        ...(choices !== undefined && { choices }),
      },
    ];
  });
}

const TYPES: Readonly<Record<string, string>> = {
  number: "number",
  int: "number",
  num: "number",
  port: "number",
  boolean: "boolean",
  bool: "boolean",
  stringbool: "boolean",
  url: "url",
  email: "email",
  uuid: "uuid",
  json: "json",
};

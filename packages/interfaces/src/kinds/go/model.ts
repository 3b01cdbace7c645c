/**
 * What a module declares, as plain data: what comparing two versions needs, and nothing of their text.
 *
 * Types that nobody outside can name are in it too, since what is exported may show their fields and methods.
 */
import { declarationType, scopeOf } from "./expression.ts";
import { written } from "./expression-text.ts";
import { valueText } from "./constant.ts";
import type { GoType, Signature } from "./go-type.ts";
import type { GoModule, GoNamed, GoPackage } from "./packages.ts";
import { readSignature, readType, readTypeParams } from "./read-type.ts";
import { hash } from "../../containment/lowering.ts";

export interface Model {
  /** Import paths as seen from the module's own that promise something. */
  readonly packages: readonly string[];
  /** By key, those of every package. */
  readonly types: Readonly<Record<string, TypeModel>>;
  /** What packages export, by key. */
  readonly objects: Readonly<Record<string, ObjectModel>>;
}

export interface TypeModel {
  readonly alias: boolean;
  readonly names: readonly string[];
  readonly constraints: readonly GoType[];
  readonly type: GoType;
  readonly methods: Readonly<Record<string, MethodModel>>;
}

interface MethodModel {
  readonly signature: Signature;
  /** Only pointers have it. */
  readonly pointer: boolean;
}

export interface ObjectModel {
  readonly kind: "const" | "var" | "func" | "type";
  readonly type: GoType;
  readonly constraints: readonly GoType[];
  /** Of a constant. */
  readonly value?: string;
  /** The value is how it is written, for want of its number. */
  readonly open?: boolean;
  /** Builds that have it, where not every one has. */
  readonly builds?: readonly string[];
  /** Hash of what other builds declare, by build. */
  readonly others?: Readonly<Record<string, string>>;
}

export function describeModule(module: GoModule, own: (path: string) => boolean): Model {
  const types: Record<string, TypeModel> = {};
  const objects: Record<string, ObjectModel> = {};
  const packages: string[] = [];
  for (const from of module.packages.values()) {
    // A command can't be imported.
    if (!own(from.path) || from.name === "main") continue;
    packages.push(from.path);
    for (const [name, declarations] of [...from.scope].sort(byName)) {
      const key = `${from.path}#${name}`;
      const [first] = declarations;
      if (first === undefined) continue;
      if (first.kind === "type") types[key] = typeModel(first, from, module);
      objects[key] = objectModel(declarations, from, module);
    }
  }
  return { packages, types, objects };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The types of Go's library that are known here, in the same form. */
export function typesOf(module: GoModule, own: (path: string) => boolean): Readonly<Record<string, TypeModel>> {
  return describeModule(module, own).types;
}

function typeModel(declaration: Extract<GoNamed, { kind: "type" }>, from: GoPackage, module: GoModule): TypeModel {
  const outer = scopeOf(module, from, declaration.file);
  const { names, constraints } = readTypeParams(declaration.node, outer);
  const type = readType(declaration.type, scopeOf(module, from, declaration.file, names));
  const methods: Record<string, MethodModel> = {};
  for (const method of (from.methods.get(declaration.name) ?? []).toSorted((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  )) {
    if (Object.hasOwn(methods, method.name)) continue;
    const scope = scopeOf(module, from, method.file, method.receiver.params);
    methods[method.name] = { signature: readSignature(method.node, scope), pointer: method.receiver.pointer };
  }
  return { alias: declaration.alias, names, constraints, type, methods };
}

function objectModel(declarations: readonly GoNamed[], from: GoPackage, module: GoModule): ObjectModel {
  const [first, ...rest] = declarations as readonly [GoNamed, ...GoNamed[]];
  const main = variantModel(first, from, module);
  const everywhere = declarations.some(({ file }) => file.build.text === "");
  const builds = [...new Set(declarations.map(({ file }) => file.build.text))].sort();
  const others: Record<string, string> = {};
  for (const other of rest) {
    const text = JSON.stringify(variantModel(other, from, module));
    if (text !== JSON.stringify(main)) others[other.file.build.text] ??= hash(text);
  }
  return {
    ...main,
    ...(everywhere ? {} : { builds }),
    ...(Object.keys(others).length === 0 ? {} : { others }),
  };
}

function variantModel(declaration: GoNamed, from: GoPackage, module: GoModule): ObjectModel {
  const scope = scopeOf(module, from, declaration.file);
  switch (declaration.kind) {
    case "func": {
      const { names, constraints } = readTypeParams(declaration.node, scope);
      const signature = readSignature(declaration.node, scopeOf(module, from, declaration.file, names));
      return { kind: "func", type: { kind: "func", ...signature }, constraints };
    }
    case "type":
      return {
        kind: "type",
        type: { kind: "name", key: `${from.path}#${declaration.name}`, args: [] },
        constraints: [],
      };
    case "const": {
      const { type, value } = declarationType(declaration, scope);
      const text = declaration.value === undefined ? "" : written(declaration.value, scope);
      if (value !== undefined) return { kind: "const", type, constraints: [], value: valueText(value) };
      return {
        kind: "const",
        type,
        constraints: [],
        value: /\biota\b/.test(text) ? `${text} @${declaration.iota}` : text,
        open: true,
      };
    }
    default:
      return { kind: "var", type: declarationType(declaration, scope).type, constraints: [] };
  }
}

/**
 * Whether a new defined type serves those who use the old one: "Type Literal Compatibility" of the README of
 * golang.org/x/exp/apidiff, and its method sets.
 */
import type { Correspondence } from "./correspond.ts";
import { signatureText, typeText } from "./go-text.ts";
import { type Field, type GoType, type InterfaceType, isExported, nameOf, packageOf } from "./go-type.ts";
import type { Method } from "./world.ts";

export function compatibleTypes(pairs: Correspondence, key: string, young: GoType): void {
  const was = pairs.old.underlying({ kind: "name", key, args: [] });
  const is = pairs.young.underlying(young);
  if (was === undefined || is === undefined) return oneSideUnknown(pairs, key, was, is);
  const name = nameOf(key);
  if (was.kind === "interface" && is.kind === "interface") return interfaces(pairs, key, was, is);
  if (was.kind !== is.kind) return pairs.require(key, name, was, is);
  if (was.kind === "struct" && is.kind === "struct") structs(pairs, key, was.fields, is.fields, young);
  else if (was.kind === "chan" && is.kind === "chan") channels(pairs, key, was, is);
  else if (was.kind === "basic" && is.kind === "basic") basics(pairs, key, was.name, is.name);
  else pairs.require(key, name, was, is);
  methodSets(pairs, key, young);
}

/** Both are made from types of other modules: the same one is as good as before. */
function oneSideUnknown(pairs: Correspondence, key: string, was: GoType | undefined, is: GoType | undefined): void {
  const written = pairs.old.type(key)?.type;
  const pair = pairs.pairs.get(key);
  const other = pair?.kind === "name" ? pairs.young.type(pair.key)?.type : pair;
  if (written === undefined || other === undefined) return;
  if (was === undefined && is === undefined && pairs.same(written, other) === true)
    return methodSets(pairs, key, pair ?? other);
  pairs.report(key, "changed", {
    rule: "type-unknown",
    class: "unknown",
    message: `${nameOf(key)} is made from ${typeText(other)} in place of ${typeText(written)}, whose shapes lie outside of the module`,
  });
}

function channels(pairs: Correspondence, key: string, was: Extract<GoType, { kind: "chan" }>, is: typeof was): void {
  const name = nameOf(key);
  pairs.require(key, `${name}, element type`, was.of, is.of);
  if (was.direction === is.direction) return;
  if (is.direction === "both")
    pairs.report(key, "changed", {
      rule: "direction-removed",
      class: "compatible",
      message: `${name} goes in both directions now`,
    });
  else
    pairs.report(key, "changed", {
      rule: "direction-changed",
      class: "breaking",
      message: `${name}: ${typeText(is)} in place of ${typeText(was)}`,
    });
}

/** Sizes on 32-bit machines and on 64-bit ones; a new type must be as large on both. */
const FAMILIES: readonly (readonly string[])[] = [
  ["uint8", "uint16", "uint32", "uint", "uint64"],
  ["int8", "int16", "int32", "int", "int64"],
  ["float32", "float64"],
  ["complex64", "complex128"],
];

function basics(pairs: Correspondence, key: string, was: string, is: string): void {
  if (was === is) return;
  const family = FAMILIES.find((one) => one.includes(was)) ?? [];
  const wider = family.indexOf(is) > family.indexOf(was);
  pairs.report(key, "changed", {
    rule: wider ? "number-widened" : "type-changed",
    class: wider ? "compatible" : "breaking",
    message: `${nameOf(key)}: ${is} in place of ${was}`,
  });
}

function interfaces(pairs: Correspondence, key: string, old: InterfaceType, young: InterfaceType): void {
  const [was, is] = [pairs.old.interfaceMethods(old), pairs.young.interfaceMethods(young)];
  const name = nameOf(key);
  const own = packageOf(key);
  const sealed = [...was.methods.keys()].some((method) => !isExported(method));
  const gained = [...is.methods.keys()].filter((method) => !was.methods.has(method));
  const embedGone = [...was.open].filter((one) => !is.open.has(one));
  const embedNew = [...is.open].filter((one) => !was.open.has(one));
  for (const [method, signature] of was.methods) {
    if (!isExported(method)) continue;
    const other = is.methods.get(method);
    const at = `${key}.${method}`;
    if (other !== undefined)
      pairs.require(at, `${name}.${method}`, { kind: "func", ...signature }, { kind: "func", ...other });
    else if (embedNew.length > 0)
      pairs.report(at, "changed", {
        rule: "method-unknown",
        class: "unknown",
        message: `${name}.${method} is gone, unless ${embedNew.join(", ")} brings it`,
      });
    else
      pairs.report(at, "removed", {
        rule: "interface-method-removed",
        class: "breaking",
        message: `${name}.${method}: removed`,
      });
  }
  for (const method of gained.filter(isExported)) {
    const shown = `${name}.${method}${signatureText(is.methods.get(method) ?? { params: [], results: [], variadic: false }, own)}`;
    const hidden = embedGone.length > 0;
    pairs.report(`${key}.${method}`, "added", {
      rule: "interface-method-added",
      class: sealed ? "compatible" : hidden ? "unknown" : "breaking",
      message: sealed
        ? `${shown}: added`
        : hidden
          ? `${shown} is new, unless ${embedGone.join(", ")} brought it`
          : `${shown}: added; types outside that implement it no longer do`,
    });
  }
  const barred = gained.find((method) => !isExported(method));
  if (!sealed && barred !== undefined)
    pairs.report(`${key}.${barred}`, "changed", {
      rule: "interface-sealed",
      class: "breaking",
      message: `${name}.${barred}: added unexported method, so that nobody outside can implement it`,
    });
  for (const one of embedGone) {
    const moved = gained.length > 0 || embedNew.length > 0;
    pairs.report(key, "changed", {
      rule: "embedded-removed",
      class: moved ? "unknown" : "breaking",
      message: `${name} no longer embeds ${one}`,
    });
  }
  for (const one of embedNew) {
    if (embedGone.length === 0 && [...was.methods.keys()].every((method) => is.methods.has(method)))
      pairs.report(key, "changed", {
        rule: "embedded-added",
        class: sealed ? "compatible" : "breaking",
        message: `${name} embeds ${one} now; types outside that implement it may no longer do`,
      });
  }
  typeSets(pairs, key, old, young);
}

/** Constraints: a narrower set refuses type arguments; a wider one takes operations from generic code. */
function typeSets(pairs: Correspondence, key: string, old: InterfaceType, young: InterfaceType): void {
  const [was, is] = [pairs.old.interfaceMethods(old).unions, pairs.young.interfaceMethods(young).unions];
  const terms = (unions: typeof was): string[] =>
    unions.flatMap((union) => union.map(({ tilde, type }) => `${tilde ? "~" : ""}${typeText(type)}`)).sort();
  const [from, to] = [terms(was), terms(is)];
  if (from.join() === to.join() && was.length === is.length) return;
  const name = nameOf(key);
  const covers = (term: string): boolean => to.includes(term) || to.includes(`~${term}`);
  const wider = was.length > 0 && (is.length === 0 || (was.length === 1 && is.length === 1 && from.every(covers)));
  pairs.report(key, "changed", {
    rule: wider ? "constraint-widened" : "constraint-changed",
    class: wider ? "unknown" : "breaking",
    message: wider
      ? `${name} allows more types (${to.join(" | ")}): generic code outside that relies on it may no longer compile`
      : `${name} allows other types: ${to.join(" | ") || "any"} in place of ${from.join(" | ") || "any"}`,
  });
}

type Fields = ReadonlyMap<string, Field>;

function top(fields: readonly Field[]): Fields {
  return new Map(fields.filter(({ name }) => isExported(name)).map((field) => [field.name, field]));
}

function rest(all: Fields, some: Fields): Fields {
  return new Map([...all].filter(([name]) => !some.has(name)));
}

function structs(
  pairs: Correspondence,
  key: string,
  old: readonly Field[],
  young: readonly Field[],
  type: GoType,
): void {
  const name = nameOf(key);
  const [was, is] = [top(old), top(young)];
  fieldSets(pairs, key, was, is);
  const reach = pairs.old.selectable(old);
  const reached = pairs.young.selectable(young);
  fieldSets(pairs, key, rest(reach, was), reached, rest(reached, is));
  const [before, after] = [pairs.old.comparability({ kind: "name", key, args: [] }), pairs.young.comparability(type)];
  if (before.never) return;
  const fresh = [...after.open].filter((one) => !before.open.has(one));
  if (after.never && before.open.size === 0)
    pairs.report(key, "changed", {
      rule: "not-comparable",
      class: "breaking",
      message: `${name}: values could be compared, and can no longer`,
    });
  else if (after.never || fresh.length > 0)
    pairs.report(key, "changed", {
      rule: "comparability-unknown",
      class: "unknown",
      message: `${name}: whether values can still be compared depends on ${[...(after.never ? before.open : fresh)].slice(0, 3).join(", ")}`,
    });
}

function fieldSets(pairs: Correspondence, key: string, was: Fields, is: Fields, added: Fields = is): void {
  const name = nameOf(key);
  for (const [field, { type }] of was) {
    const other = is.get(field);
    if (other === undefined)
      pairs.report(`${key}.${field}`, "removed", {
        rule: "field-removed",
        class: "breaking",
        message: `${name}.${field}: removed`,
      });
    else pairs.require(`${key}.${field}`, `${name}.${field}`, type, other.type);
  }
  for (const [field, { type }] of added) {
    if (!was.has(field))
      pairs.report(`${key}.${field}`, "added", {
        rule: "field-added",
        class: "compatible",
        message: `${name}.${field} ${typeText(type, packageOf(key))}: added`,
      });
  }
}

/** Method sets of the type and of pointers to it must be supersets of the old ones. */
function methodSets(pairs: Correspondence, key: string, young: GoType): void {
  const was = exported(pairs.old.methods({ kind: "name", key, args: [] }));
  const is = exported(pairs.young.methods(young));
  for (const [name, method] of was) {
    const other = is.get(name);
    const at = `${key}.${name}`;
    const shown = `${method.pointer ? `(*${nameOf(key)})` : nameOf(key)}.${name}`;
    if (other === undefined) {
      const promoted =
        method.owner === key
          ? ""
          : `, which it had from ${typeText({ kind: "name", key: method.owner, args: [] }, packageOf(key))}`;
      pairs.report(at, "removed", {
        rule: "method-removed",
        class: "breaking",
        message: `${shown}: removed${promoted}`,
      });
      continue;
    }
    if (!method.pointer && other.pointer)
      pairs.report(at, "changed", {
        rule: "receiver-changed",
        class: "breaking",
        message: `${nameOf(key)}.${name}: removed from values, only pointers have it`,
      });
    pairs.require(at, shown, { kind: "func", ...method.signature }, { kind: "func", ...other.signature });
  }
  for (const [name, method] of is) {
    const before = was.get(name);
    if (before !== undefined && !(before.pointer && !method.pointer)) continue;
    const shown = `${method.pointer ? `(*${nameOf(key)})` : nameOf(key)}.${name}`;
    const text = signatureText(method.signature, packageOf(key));
    pairs.report(`${key}.${name}`, before === undefined ? "added" : "changed", {
      rule: "method-added",
      class: "compatible",
      message: `${shown}${text}: added`,
    });
  }
}

function exported(methods: ReadonlyMap<string, Method>): ReadonlyMap<string, Method> {
  return new Map([...methods].filter(([name]) => isExported(name)));
}

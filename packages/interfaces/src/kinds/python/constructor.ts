/** What calling a class takes: its `__init__`, or the one that a decorator or base makes from its fields. */
import type { PyAttribute, PyClass, PyParameter, PySignature } from "./model.ts";
import { shortName } from "./py-type.ts";
import { splitArguments } from "./read-class.ts";
import type { World } from "./world.ts";

export type Constructor =
  | { readonly kind: "known"; readonly signature: PySignature; readonly owner: string }
  | { readonly kind: "unknown"; readonly from: string };

const NO_ARGUMENTS: PySignature = { parameters: [], returns: null };
/** Bases that bring no constructor of their own. */
const PLAIN = /^(?:object|Generic|Protocol|abc\.ABC|enum\.\w+)$/;

export function constructorOf(world: World, id: string, entry: PyClass): Constructor {
  const { own, outside } = world.lineage(id, entry);
  for (const [owner, one] of own) {
    const init = Object.hasOwn(one.members, "__init__") ? one.members["__init__"] : undefined;
    const made = init ?? (Object.hasOwn(one.members, "__new__") ? one.members["__new__"] : undefined);
    if (made?.kind === "function")
      return { kind: "known", signature: { parameters: made.parameters, returns: null }, owner };
    if (dataOptions(one) !== undefined)
      return { kind: "known", signature: fieldsSignature(own.slice(own.findIndex(([key]) => key === owner))), owner };
    if (one.bases.includes("NamedTuple")) return { kind: "known", signature: fieldsSignature([[owner, one]]), owner };
  }
  const other = outside.find((name) => !PLAIN.test(name));
  return other === undefined ? { kind: "known", signature: NO_ARGUMENTS, owner: "" } : { kind: "unknown", from: other };
}

const DATA = /^(?:dataclasses\.dataclass|attrs?\.(?:s|attrs|define|mutable|frozen|dataclass|attributes))$/;

/** How a data class is decorated, or undefined for other classes. */
export function dataOptions({ decorators }: PyClass): string | undefined {
  const name = Object.keys(decorators).find((one) => DATA.test(one));
  return name === undefined ? undefined : `${name.endsWith("frozen") ? "frozen=True," : ""}${decorators[name] ?? ""}`;
}

/** Fields of bases come first; one that is declared again keeps its place. */
function fieldsSignature(lineage: readonly (readonly [string, PyClass])[]): PySignature {
  const found = new Map<string, PyParameter>();
  for (const [, one] of lineage.toReversed()) {
    const options = dataOptions(one) ?? (one.bases.includes("NamedTuple") ? "" : undefined);
    if (options === undefined) continue;
    let named = /\bkw_only=True\b/.test(options);
    for (const field of one.fields) {
      const entry = Object.hasOwn(one.members, field) ? one.members[field] : undefined;
      if (entry?.kind !== "attribute") continue;
      if (entry.type?.kind === "name" && shortName(entry.type.name) === "KW_ONLY") named = true;
      else {
        const parameter = fieldParameter(field, entry, named, /attr/.test(Object.keys(one.decorators).join()));
        if (parameter === undefined) found.delete(field);
        else found.set(field, parameter);
      }
    }
  }
  const all = [...found.values()];
  return {
    parameters: [
      ...all.filter(({ kind }) => kind === "positional"),
      ...all.filter(({ kind }) => kind !== "positional"),
    ],
    returns: null,
  };
}

const FIELD = /^(?:dataclasses\.field|attrs?\.(?:ib|field|attrib))\(([^]*)\)$/;

/** Undefined for a field that is not given to the constructor. */
function fieldParameter(
  name: string,
  { type, value }: PyAttribute,
  named: boolean,
  attrs: boolean,
): PyParameter | undefined {
  const [, call] = FIELD.exec(value?.text ?? "") ?? [];
  const options = new Map(
    splitArguments(call ?? "").map((one) => [one.slice(0, one.indexOf("=")), one.slice(one.indexOf("=") + 1)]),
  );
  if (options.get("init") === "False") return undefined;
  const fallback = options.get("default") ?? options.get("default_factory") ?? options.get("factory");
  const given =
    call === undefined
      ? value
      : fallback === undefined
        ? null
        : { text: fallback, literal: /^(?:-?[\d.]+|".*"|True|False|None)$/.test(fallback) };
  const keyword = options.get("kw_only") === undefined ? named : options.get("kw_only") === "True";
  const inside = type?.kind === "name" && shortName(type.name) === "InitVar" ? (type.args[0] ?? null) : type;
  return {
    name: attrs ? name.replace(/^_+/, "") : name,
    kind: keyword ? "keyword-only" : "positional",
    type: inside,
    fallback: given,
  };
}

/** `namedtuple("P", ["x", "y"])` is a class, written as a call. */
import type { PyAttribute, PyClass } from "./model.ts";
import { parseType, stringContent } from "./py-type.ts";
import { splitArguments } from "./read-class.ts";

/** `text` has its names resolved. Undefined for any other call, and for one with defaults, which this does not read. */
export function namedTuple(text: string): PyClass | undefined {
  const [, call] = /^(?:collections\.namedtuple|typing\.NamedTuple)\(([^]*)\)$/.exec(text) ?? [];
  if (call === undefined) return undefined;
  const [, list, ...options] = splitArguments(call);
  if (list === undefined || options.length > 0) return undefined;
  const fields = fieldsOf(list);
  if (fields === undefined) return undefined;
  return {
    kind: "class",
    bases: ["NamedTuple"],
    typeParams: [],
    keywords: {},
    final: false,
    decorators: {},
    members: Object.fromEntries(fields),
    fields: fields.map(([name]) => name),
    others: [],
  };
}

/** Names in a list, or in one string; or pairs of a name and its type. */
function fieldsOf(list: string): [string, PyAttribute][] | undefined {
  const together = stringContent(list);
  if (together !== undefined)
    return together
      .split(/[\s,]+/)
      .filter((name) => name !== "")
      .map((name) => [name, field(null)]);
  if (!/^[[(][^]*[\])]$/.test(list)) return undefined;
  const found = splitArguments(list.slice(1, -1)).map((one): [string, PyAttribute] | undefined => {
    const name = stringContent(one);
    if (name !== undefined) return [name, field(null)];
    const [first = "", type] = splitArguments(one.slice(1, -1));
    const inner = stringContent(first);
    return inner === undefined || type === undefined ? undefined : [inner, field(type)];
  });
  return found.includes(undefined) ? undefined : found.filter((one) => one !== undefined);
}

function field(type: string | null): PyAttribute {
  return {
    kind: "attribute",
    type: type === null ? null : parseType(type, (name) => name),
    value: null,
    instance: true,
    property: { writable: false, abstract: false },
    final: false,
    others: [],
  };
}

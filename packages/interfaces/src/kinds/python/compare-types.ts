/**
 * Whether every value of one annotation is one of another: the subset of the typing specification that
 * needs no type checker. Undefined: it would need one.
 */
import { type PyType, shortName } from "./py-type.ts";
import type { World } from "./world.ts";

/** Direct parents, by the classes and protocols of Python's library. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  bool: ["int"],
  int: ["float"],
  float: ["complex"],
  str: ["Sequence"],
  bytes: ["Sequence"],
  bytearray: ["MutableSequence"],
  list: ["MutableSequence"],
  MutableSequence: ["Sequence"],
  Sequence: ["Reversible", "Collection"],
  Reversible: ["Iterable"],
  tuple: ["Sequence"],
  range: ["Sequence"],
  dict: ["MutableMapping"],
  "collections.OrderedDict": ["dict"],
  "collections.defaultdict": ["dict"],
  "collections.Counter": ["dict"],
  MutableMapping: ["Mapping"],
  Mapping: ["Collection"],
  set: ["MutableSet"],
  MutableSet: ["AbstractSet"],
  frozenset: ["AbstractSet"],
  AbstractSet: ["Collection"],
  Collection: ["Iterable", "Sized", "Container"],
  Generator: ["Iterator"],
  Iterator: ["Iterable"],
  Coroutine: ["Awaitable"],
  AsyncGenerator: ["AsyncIterator"],
  AsyncIterator: ["AsyncIterable"],
  "pathlib.Path": ["pathlib.PurePath"],
  "pathlib.PurePath": ["os.PathLike"],
};
/** Read only, so that a narrower argument makes a narrower type. */
const COVARIANT = new Set([
  "Sequence",
  "Reversible",
  "Collection",
  "Iterable",
  "Iterator",
  "AbstractSet",
  "frozenset",
  "tuple",
  "type",
  "Awaitable",
  "AsyncIterable",
  "AsyncIterator",
  "Callable",
]);
const BASIC = new Set([...Object.keys(PARENTS), ...Object.values(PARENTS).flat(), "None", "complex", "Callable"]);
const TOP = new Set(["object", "Any"]);

export interface TypeContext {
  /** Of the narrower and the wider type: they may be of two versions. */
  readonly narrow: World;
  readonly wide: World;
  same(narrow: string, wide: string): boolean | undefined;
}

type Answer = boolean | undefined;

export function isWithin(first: PyType, second: PyType, context: TypeContext, depth = 0): Answer {
  // What is wrong with an alias that others can name is said there.
  if (
    first.kind === "name" &&
    second.kind === "name" &&
    first.args.length + second.args.length === 0 &&
    isPublicAlias(first.name, context.narrow) &&
    isPublicAlias(second.name, context.wide) &&
    context.same(first.name, second.name) === true
  )
    return true;
  const narrow = context.narrow.expand(first);
  const wide = context.wide.expand(second);
  if (wide.kind === "name" && TOP.has(wide.name)) return true;
  if (depth > 30) return undefined;
  if (JSON.stringify(narrow) === JSON.stringify(wide) && !mentionsOwn(narrow, context)) return true;
  if (narrow.kind === "union") return every(narrow.of.map((one) => isWithin(one, wide, context, depth + 1)));
  if (wide.kind === "union") return some(wide.of.map((one) => isWithin(narrow, one, context, depth + 1)));
  if (narrow.kind === "literal") return literalWithin(narrow.text, wide);
  if (wide.kind === "literal") return narrow.kind === "name" && BASIC.has(narrow.name) ? false : undefined;
  if (narrow.kind === "list" && wide.kind === "list") return listsEqual(narrow.of, wide.of, context, depth);
  if (narrow.kind !== "name" || wide.kind !== "name")
    return narrow.kind === "other" && wide.kind === "other" && narrow.text === wide.text ? true : undefined;
  return namesWithin(narrow, wide, context, depth);
}

function isPublicAlias(name: string, world: World): boolean {
  const found = name.includes(".") ? world.dotted(name) : undefined;
  return found?.kind === "definition" && found.entry.kind === "type" && world.publicPath(found.id) !== undefined;
}

function mentionsOwn(type: PyType, { narrow }: TypeContext): boolean {
  switch (type.kind) {
    case "name":
      return (
        (type.name.includes(".") && narrow.dotted(type.name) !== undefined) ||
        type.args.some((one) => mentionsOwn(one, { narrow } as TypeContext))
      );
    case "union":
    case "list":
      return type.of.some((one) => mentionsOwn(one, { narrow } as TypeContext));
    default:
      return false;
  }
}

function every(answers: readonly Answer[]): Answer {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function some(answers: readonly Answer[]): Answer {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

function literalWithin(text: string, wide: PyType): Answer {
  if (wide.kind === "literal") return wide.text === text;
  if (wide.kind !== "name" || !BASIC.has(wide.name)) return undefined;
  const type = text.startsWith('"')
    ? "str"
    : text.startsWith('b"')
      ? "bytes"
      : /^(?:True|False)$/.test(text)
        ? "bool"
        : /^-?\d/.test(text)
          ? "int"
          : undefined;
  return type === undefined ? undefined : type === wide.name || ancestors(type).has(wide.name);
}

function ancestors(name: string, seen = new Set<string>()): Set<string> {
  for (const parent of PARENTS[name] ?? []) {
    if (seen.has(parent)) continue;
    seen.add(parent);
    ancestors(parent, seen);
  }
  return seen;
}

type Named = Extract<PyType, { kind: "name" }>;

function namesWithin(narrow: Named, wide: Named, context: TypeContext, depth: number): Answer {
  const same = narrow.name === wide.name || context.same(narrow.name, wide.name) === true;
  if (same) return argumentsWithin(narrow, wide, context, depth);
  if (narrow.name === "Any") return undefined;
  if (narrow.name === "object") return false;
  const below = descends(narrow.name, wide.name, context);
  if (below !== true || narrow.args.length + wide.args.length === 0) return below;
  const [one, other] = [narrow.args[0], wide.args[0]];
  const simple =
    narrow.args.length === 1 &&
    wide.args.length === 1 &&
    one !== undefined &&
    other !== undefined &&
    COVARIANT.has(wide.name);
  if (simple) return isWithin(one, other, context, depth + 1);
  const pairs = narrow.args.length === wide.args.length && wide.name.endsWith("Mapping");
  return pairs
    ? every(narrow.args.map((arg, at) => isWithin(arg, wide.args[at] ?? arg, context, depth + 1)))
    : undefined;
}

function descends(name: string, above: string, context: TypeContext): Answer {
  if (BASIC.has(name) && BASIC.has(above)) return ancestors(name).has(above);
  if (mayBeRenamed(name, above, context)) return undefined;
  const found = name.includes(".") ? context.narrow.dotted(name) : undefined;
  if (found?.kind === "definition" && found.entry.kind === "class") {
    const { own, outside } = context.narrow.lineage(found.id, found.entry);
    if (own.some(([id]) => context.same(id.replace("#", "."), above) === true) || outside.includes(above)) return true;
    if (outside.some((one) => one !== "Generic" && one !== "Protocol" && one !== "abc.ABC")) return undefined;
    return context.wide.dotted(above) !== undefined || BASIC.has(above)
      ? isProtocol(above, context)
        ? undefined
        : false
      : undefined;
  }
  const other = above.includes(".") ? context.wide.dotted(above) : undefined;
  const plain = other?.kind === "definition" && other.entry.kind === "class" && !isProtocol(above, context);
  return BASIC.has(name) && plain ? false : undefined;
}

/** Each is defined in its own version only: one may be the other under a new name. */
function mayBeRenamed(name: string, above: string, { narrow, wide }: TypeContext): boolean {
  return here(narrow, name) && here(wide, above) && !here(wide, name) && !here(narrow, above);
}

function here(world: World, name: string): boolean {
  return name.includes(".") && world.dotted(name)?.kind === "definition";
}

function isProtocol(name: string, { wide }: TypeContext): boolean {
  const found = wide.dotted(name);
  if (found?.kind !== "definition" || found.entry.kind !== "class")
    return /^(?:Callable|Iterable|Sized|Container|Collection|Awaitable|Hashable|os\.PathLike|Sequence|Mapping)$/.test(
      name,
    );
  return wide.lineage(found.id, found.entry).outside.some((one) => shortName(one) === "Protocol");
}

function argumentsWithin(narrow: Named, wide: Named, context: TypeContext, depth: number): Answer {
  if (narrow.args.length === 0 || wide.args.length === 0)
    return narrow.args.length === wide.args.length ? true : undefined;
  if (narrow.args.length !== wide.args.length)
    return narrow.name === "tuple" ? tuples(narrow, wide, context, depth) : undefined;
  const answers = narrow.args.map((arg, at): Answer => {
    const other = wide.args[at] ?? arg;
    const there = isWithin(arg, other, context, depth + 1);
    if (COVARIANT.has(narrow.name)) return there;
    const back = isWithin(
      other,
      arg,
      { narrow: context.wide, wide: context.narrow, same: (a, b) => context.same(b, a) },
      depth + 1,
    );
    if (isAny(arg) || isAny(other)) return isAny(arg) && isAny(other) ? true : undefined;
    return every([there, back]);
  });
  const answer = every(answers);
  return answer === false && !BASIC.has(narrow.name) ? undefined : answer;
}

/** `tuple[int, ...]` against `tuple[int, int]`. */
function tuples(narrow: Named, wide: Named, context: TypeContext, depth: number): Answer {
  const [first, rest] = wide.args;
  if (wide.args.length !== 2 || first === undefined || rest?.kind !== "other" || rest.text !== "...") return false;
  return every(narrow.args.map((one) => (one.kind === "other" ? undefined : isWithin(one, first, context, depth + 1))));
}

function isAny(type: PyType): boolean {
  return type.kind === "name" && type.name === "Any";
}

function listsEqual(narrow: readonly PyType[], wide: readonly PyType[], context: TypeContext, depth: number): Answer {
  // `...` and parameter specifications stand for any number.
  const open = [...narrow, ...wide].some(
    (one) => one.kind === "other" || (one.kind === "name" && /^(?:Unpack|Concatenate|ParamSpec)$/.test(one.name)),
  );
  if (narrow.length !== wide.length) return open ? undefined : false;
  // Parameters of a callable: each must take what the other's takes.
  const back: TypeContext = { narrow: context.wide, wide: context.narrow, same: (a, b) => context.same(b, a) };
  return every(narrow.map((one, at) => isWithin(wide[at] ?? one, one, back, depth + 1)));
}

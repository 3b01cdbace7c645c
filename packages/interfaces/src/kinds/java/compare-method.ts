/** Methods and constructors. */
import type { ShapedElement } from "../../kind.ts";
import type { Finding } from "../../promise.ts";
import { breaks, type Context, ownerOf, safe, typeAs, unsure } from "./context.ts";
import type { MethodStructure } from "./structure.ts";
import { isSubtype, isWidened } from "./subtypes.ts";
import { sameType } from "./world.ts";

/** What every object has. */
const OF_OBJECT = /#(?:toString\(\)|hashCode\(\)|equals\(Object\)|clone\(\)|finalize\(\))$/;

const PUBLIC_OF_OBJECT = /#(?:toString\(\)|hashCode\(\)|equals\(Object\))$/;

export function methodRemoved(old: ShapedElement, was: MethodStructure, context: Context): Finding {
  const { id, kind, signature } = old;
  const gone = breaks(`${kind}-removed`, `${signature ?? id} of ${ownerOf(id)} is gone`);
  if (was.of === "constructor") return made(id, context) ? generated(id) : gone;
  const above = context.inherited(id, context.young)?.structure as unknown as MethodStructure | undefined;
  if (above !== undefined && above.static === was.static && (!above.abstract || was.abstract)) {
    if (sameType(above.erased, was.erased)) return safe("method-moved", `${id} is declared by a supertype now`);
    return breaks(`${kind}-removed`, `${id} is had from a supertype, and returns ${above.returns}`);
  }
  if (OF_OBJECT.test(id) && was.access === "public") return safe("method-moved", `${id} is that of Object now`);
  const successor = byErasure(id, was, context);
  if (successor !== undefined) return successor;
  if (made(id, context)) return generated(id);
  // It overrode something of elsewhere, which is had still where that is.
  if (was.override && sameSupertypes(id, context) && !isAbstract(id, context))
    return /^(?:void|[a-z]+)$/.test(was.erased)
      ? safe("method-moved", `${id} is that of a supertype now`)
      : unsure(`${kind}-removed`, `${id} is that of a supertype now, which may return another type`);
  return gone;
}

/** The same method where only names of types are explained otherwise (an import by star, or not). */
function byErasure(id: string, was: MethodStructure, { young }: Context): Finding | undefined {
  const head = id.slice(0, id.indexOf("("));
  for (const [other, one] of young) {
    const is = one.structure as unknown as MethodStructure | undefined;
    if (!other.startsWith(`${head}(`) || is === undefined || other === id) continue;
    const [before, after] = [was.parameters, is.parameters];
    if (
      before.length === after.length &&
      before.every((type, at) => sameType(type, after[at] ?? "")) &&
      before.some((type) => type.includes("~"))
    )
      return safe("nothing", "");
  }
  return undefined;
}

function made(id: string, { young }: Context): boolean {
  return (typeAs(young.get(ownerOf(id) ?? ""))?.generated ?? []).length > 0;
}

function generated(id: string): Finding {
  return unsure("generated-members", `${id} is gone, unless an annotation makes it`);
}

function sameSupertypes(id: string, { old, young }: Context): boolean {
  const owner = ownerOf(id) ?? "";
  const [was, is] = [typeAs(old.get(owner)), typeAs(young.get(owner))];
  return was !== undefined && is !== undefined && was.supertypes.every((one) => is.supertypes.includes(one));
}

function isAbstract(id: string, { young }: Context): boolean {
  const owner = typeAs(young.get(ownerOf(id) ?? ""));
  return owner?.of === "interface" || owner?.modifiers.includes("abstract") === true;
}

export function methodAdded(young: ShapedElement, is: MethodStructure, context: Context): Finding | undefined {
  const { id, kind, signature } = young;
  const owner = typeAs(context.old.get(ownerOf(id) ?? ""));
  if (owner === undefined) return undefined;
  const above = context.inherited(id, context.old)?.structure as unknown as MethodStructure | undefined;
  const message = `${signature ?? id} of ${ownerOf(id)} is new`;
  if (kind === "annotation-element")
    return is.default === null
      ? breaks("annotation-element-added", `${message}, and has no default`, ["source"])
      : undefined;
  // Every object has these, and what a supertype demanded already is no news.
  if (owner.of === "interface" && PUBLIC_OF_OBJECT.test(id)) return undefined;
  if (above?.abstract === true && is.abstract) return undefined;
  if (is.abstract && owner.inheritable)
    return breaks("abstract-method-added", `${message}: it must be implemented`, ["source"]);
  if (above !== undefined && !sameType(above.erased, is.erased))
    return safe(`${kind}-added`, `${message}, and returns ${is.returns} in place of ${above.returns}`);
  return undefined;
}

export function methodChanges(id: string, was: MethodStructure, is: MethodStructure, context: Context): Finding[] {
  return [...modifiers(id, was, is, context), ...types(id, was, is, context), ...exceptions(id, was, is, context)];
}

function modifiers(id: string, was: MethodStructure, is: MethodStructure, context: Context): Finding[] {
  const findings: Finding[] = [];
  const owner = typeAs(context.old.get(ownerOf(id) ?? ""));
  if (was.access === "public" && is.access === "protected")
    findings.push(
      // Nobody but a subclass calls the constructor of an abstract class.
      (was.of === "constructor" && owner?.modifiers.includes("abstract") === true ? safe : breaks)(
        "method-access",
        `${id} is protected now`,
      ),
    );
  else if (was.access !== is.access)
    findings.push(
      was.overridable
        ? unsure("method-access", `${id} is public now: methods that override it must be too`)
        : safe("method-access", `${id} is public now`),
    );
  if (was.static !== is.static)
    findings.push(breaks("method-static", `${id} is ${is.static ? "static now" : "static no more"}`));
  if (was.overridable && is.final) findings.push(breaks("method-final", `${id} is final now`));
  else if (was.final && !is.final) findings.push(safe("method-final", `${id} is final no more`));
  if (!was.abstract && is.abstract)
    findings.push((owner?.inheritable === false ? safe : breaks)("method-abstract", `${id} is abstract now`));
  else if (was.abstract && !is.abstract) findings.push(safe("method-concrete", `${id} is abstract no more`));
  if (was.varargs && !is.varargs)
    findings.push(breaks("method-varargs", `${id} takes an array in place of any number`, ["source"]));
  else if (!was.varargs && is.varargs)
    findings.push(safe("method-varargs", `${id} takes any number in place of an array`));
  if (was.default !== is.default)
    findings.push(
      is.default === null
        ? breaks("annotation-default", `${id} has no default any more`)
        : was.default === null
          ? safe("annotation-default", `${id} has a default`)
          : unsure("annotation-default", `${id} is ${is.default} by default, in place of ${was.default}`),
    );
  return findings;
}

function types(id: string, was: MethodStructure, is: MethodStructure, context: Context): Finding[] {
  return [
    ...returnChanges(id, was, is, context),
    ...parameterChanges(id, was, is, context),
    ...typeParameterChanges(id, was, is, context),
  ];
}

function returnChanges(id: string, was: MethodStructure, is: MethodStructure, context: Context): Finding[] {
  const message = `${id} returns ${is.returns} in place of ${was.returns}`;
  if (!sameType(was.erased, is.erased)) return [breaks("method-returns", message)];
  if (sameType(was.returns, is.returns)) return [];
  const now = asBefore(id, is.returns, was, is, context);
  // Whoever overrides it returns what it did, which must be a subtype or without arguments.
  const fits = was.overridable
    ? now === was.returns && !was.returns.includes("<")
    : isNarrowed(id, was.returns, now, context);
  return [fits ? safe("method-returns", message) : breaks("method-returns", message, ["source"])];
}

function parameterChanges(id: string, was: MethodStructure, is: MethodStructure, context: Context): Finding[] {
  const changed = was.parameters.flatMap((before, at) => {
    const after = is.parameters[at] ?? "";
    if (sameType(before, after)) return [];
    const now = asBefore(id, after, was, is, context);
    const plain = now === before && !before.includes("<");
    return [{ at, before, after, plain, wider: isWider(before, after) || isSubtype(before, now, context) }];
  });
  const [worst] = changed.toSorted((a, b) => Number(a.wider) - Number(b.wider) || Number(a.plain) - Number(b.plain));
  if (worst === undefined) return [];
  const message = `parameter ${worst.at + 1} of ${id} is ${worst.after} in place of ${worst.before}`;
  if (!worst.wider) return [breaks("parameter-type", message, ["source"])];
  return [
    was.overridable && !worst.plain
      ? unsure("parameter-type", `${message}: methods that override it must take that too`)
      : safe("parameter-type", message),
  ];
}

/** A type parameter that was not there before stands for its bound: callers gave none, and infer it. */
function asBefore(id: string, type: string, was: MethodStructure, is: MethodStructure, context: Context): string {
  const owner = ownerOf(id) ?? "";
  const [before, after] = [typeAs(context.old.get(owner)), typeAs(context.young.get(owner))];
  const method = was.typeParameters.length === 0 ? is.typeParameters : undefined;
  const raw = before?.typeParameters.length === 0 ? after?.typeParameters : undefined;
  return type
    .replaceAll(/#(\d+)/g, (whole, at: string) => (method === undefined ? whole : firstBound(method, at)))
    .replaceAll(/(?<!\$)\$(\d+)/g, (whole, at: string) => (raw === undefined ? whole : firstBound(raw, at)));
}

function firstBound(bounds: readonly string[], at: string): string {
  return bounds[Number(at)]?.split("&")[0] ?? "Object";
}

/** What is returned, or read, may be narrower; a parameter of the type is by its bound. */
export function isNarrowed(id: string, before: string, after: string, context: Context): boolean {
  const owner = typeAs(context.young.get(ownerOf(id) ?? ""));
  return (
    isSubtype(after, before, context) ||
    (/^\$\d+$/.test(after) && owner !== undefined && isWidened(after, before, owner, context))
  );
}

function typeParameterChanges(id: string, was: MethodStructure, is: MethodStructure, context: Context): Finding[] {
  const [before, after] = [was.typeParameters, is.typeParameters];
  if (before.length !== after.length) {
    const message = `${id} has ${after.length} type parameters in place of ${before.length}`;
    // Where there were none nobody gave any, and where there are none what is given counts for nothing; but who
    // overrides one of several must have as many, and no lambda is of a method that has some.
    const lambda = was.abstract && typeAs(context.old.get(ownerOf(id) ?? ""))?.of === "interface";
    const free = (before.length === 0 && !lambda) || (after.length === 0 && !was.overridable);
    return [(free ? safe : breaks)("method-type-parameters", message)];
  }
  if (!before.some((bound, at) => !sameType(bound, after[at] ?? ""))) return [];
  const said = `type parameters of ${id} extend ${after.join(", ")} in place of ${before.join(", ")}`;
  const pairs = before.map((bound, at) => [bound, after[at] ?? ""] as const);
  const fits = pairs.every(([from, to]) => sameType(from, to) || isWider(from, to));
  // Who overrides it must have the same bounds; and what is returned by a parameter is known by its bound.
  const widened =
    !was.overridable &&
    !/#\d/.test(is.returns) &&
    pairs.every(([from, to]) => isWidened(from, to, { typeParameters: before }, context));
  if (!fits && !widened) return [breaks("method-type-parameter-bound", said, ["source"])];
  return [(was.overridable ? unsure : safe)("method-type-parameter-bound", said)];
}

/** `List<String>` may be given for `List<? extends String>`, and for `List<?>`. */
function isWider(before: string, after: string): boolean {
  const [was, is] = [before, after].map((type) => /^([^<]*)<(.*)>$/.exec(type));
  if (was === null || is === null || was === undefined || is === undefined) return false;
  if (!sameType(was[1] ?? "", is[1] ?? "")) return false;
  const [given, taken] = [was[2] ?? "", is[2] ?? ""];
  return taken === "?" || taken === `?extends ${given}` || taken === `?super ${given}`;
}

function exceptions(id: string, was: MethodStructure, is: MethodStructure, context: Context): Finding[] {
  const added = is.throws.filter((one) => !was.throws.some((other) => sameType(one, other)));
  // A catch of what is unchecked now compiles, thrown or not.
  const lost = was.throws.filter(
    (one) => !is.throws.some((other) => sameType(one, other)) && !isUncheckedNow(one, context),
  );
  if (added.length > 0 && lost.length > 0) {
    const narrowed =
      !was.overridable && added.every((one) => was.throws.some((other) => isSubtype(one, other, context)));
    const general = narrowed || lost.every((one) => GENERAL.has(one));
    const message = `${id} throws ${added.join(", ")} in place of ${lost.join(", ")}`;
    // Whoever caught all of them catches these.
    return [
      general
        ? (was.overridable ? unsure : safe)("throws-narrowed", message)
        : breaks("throws-changed", message, ["source"]),
    ];
  }
  if (added.length > 0)
    return was.throws.some((one) => GENERAL.has(one))
      ? []
      : [breaks("throws-added", `${id} throws ${added.join(", ")}`, ["source"])];
  if (lost.length === 0) return [];
  return [
    breaks("throws-removed", `${id} throws ${lost.join(", ")} no more: a catch of that does not compile`, ["source"]),
  ];
}

function isUncheckedNow(name: string, { young }: Context): boolean {
  const above = typeAs(young.get(name))?.supertypes ?? [];
  return above.includes("RuntimeException") || above.includes("Error");
}

const GENERAL: ReadonlySet<string> = new Set(["Exception", "Throwable"]);

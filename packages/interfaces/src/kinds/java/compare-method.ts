/** Methods and constructors. */
import type { ShapedElement } from "../../kind.ts";
import type { Finding } from "../../promise.ts";
import { breaks, type Context, ownerOf, safe, typeAs, unsure } from "./context.ts";
import type { MethodStructure } from "./structure.ts";
import { sameType } from "./world.ts";

/** What every object has. */
const OF_OBJECT = /#(?:toString\(\)|hashCode\(\)|equals\(Object\)|clone\(\)|finalize\(\))$/;

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
  // What was demanded already by a supertype is no news.
  if (above?.abstract === true && is.abstract) return undefined;
  if (is.abstract && owner.extensible)
    return breaks("abstract-method-added", `${message}: it must be implemented`, ["source"]);
  if (above !== undefined && !sameType(above.erased, is.erased))
    return safe(`${kind}-added`, `${message}, and returns ${is.returns} in place of ${above.returns}`);
  return undefined;
}

export function methodChanges(id: string, was: MethodStructure, is: MethodStructure): Finding[] {
  return [...modifiers(id, was, is), ...types(id, was, is), ...exceptions(id, was, is)];
}

function modifiers(id: string, was: MethodStructure, is: MethodStructure): Finding[] {
  const findings: Finding[] = [];
  if (was.access === "public" && is.access === "protected")
    findings.push(breaks("method-access", `${id} is protected now`));
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
  if (!was.abstract && is.abstract) findings.push(breaks("method-abstract", `${id} is abstract now`));
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

function types(id: string, was: MethodStructure, is: MethodStructure): Finding[] {
  const findings: Finding[] = [];
  if (!sameType(was.erased, is.erased))
    findings.push(breaks("method-returns", `${id} returns ${is.returns} in place of ${was.returns}`));
  else if (!sameType(was.returns, is.returns))
    findings.push(breaks("method-returns", `${id} returns ${is.returns} in place of ${was.returns}`, ["source"]));
  const changed = was.parameters.findIndex((type, at) => !sameType(type, is.parameters[at] ?? ""));
  if (changed >= 0) {
    const [before, after] = [was.parameters[changed] ?? "", is.parameters[changed] ?? ""];
    const message = `parameter ${changed + 1} of ${id} is ${after} in place of ${before}`;
    findings.push(
      isWider(before, after) && !was.overridable
        ? safe("parameter-type", message)
        : isWider(before, after)
          ? unsure("parameter-type", `${message}: methods that override it must take that too`)
          : breaks("parameter-type", message, ["source"]),
    );
  }
  const [before, after] = [was.typeParameters, is.typeParameters];
  if (before.length !== after.length) {
    const message = `${id} has ${after.length} type parameters in place of ${before.length}`;
    // Where there were none, nobody gave any.
    if (changed < 0 && before.length === 0 && !was.overridable) findings.push(safe("method-type-parameters", message));
    else findings.push(breaks("method-type-parameters", message, ["source"]));
  } else if (before.some((bound, at) => !sameType(bound, after[at] ?? "")))
    findings.push(
      before.every((bound, at) => sameType(bound, after[at] ?? "") || isWider(bound, after[at] ?? ""))
        ? (was.overridable ? unsure : safe)("method-type-parameter-bound", `type parameters of ${id} may be more`)
        : breaks("method-type-parameter-bound", `type parameters of ${id} extend ${after.join(", ")}`, ["source"]),
    );
  return findings;
}

/** `List<String>` may be given for `List<? extends String>`, and for `List<?>`. */
function isWider(before: string, after: string): boolean {
  const [was, is] = [before, after].map((type) => /^([^<]*)<(.*)>$/.exec(type));
  if (was === null || is === null || was === undefined || is === undefined) return false;
  if (!sameType(was[1] ?? "", is[1] ?? "")) return false;
  const [given, taken] = [was[2] ?? "", is[2] ?? ""];
  return taken === "?" || taken === `?extends ${given}` || taken === `?super ${given}`;
}

function exceptions(id: string, was: MethodStructure, is: MethodStructure): Finding[] {
  const added = is.throws.filter((one) => !was.throws.some((other) => sameType(one, other)));
  const lost = was.throws.filter((one) => !is.throws.some((other) => sameType(one, other)));
  if (added.length > 0 && lost.length > 0) {
    const general = lost.every((one) => GENERAL.has(one));
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

const GENERAL: ReadonlySet<string> = new Set(["Exception", "Throwable"]);

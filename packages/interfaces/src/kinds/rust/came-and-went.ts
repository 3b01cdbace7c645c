/** What it means that a path is new, or gone. */
import type { ShapedElement } from "../../kind.ts";
import type { Finding } from "../../promise.ts";
import { broken, safe, unsure } from "./compare-generics.ts";
import { type Context, ownerOf, shapeAs, typeShape } from "./context.ts";

export function removed(old: ShapedElement, context: Context): Finding {
  const { id, kind, signature, structure } = old;
  if (kind === "opaque") return unsure("opaque-removed", `${brief(signature ?? id)} is gone, with what it made`);
  const gone = broken(`${kind}-removed`, `${id} is gone`);
  if (structure === undefined) return gone;
  if (kind === "derive") return derivedElsewhere(id, context) ? nothing() : unsure("derive-removed", `${id} is gone`);
  if (kind === "impl") return implRemoved(old, context);
  const name = (/([\w$]+)(?:\(\)|!)?$/.exec(id)?.[1] ?? id).replace(/^\$/, "");
  const plain = id.replace(/(?:\(\)|!)$/, "");
  if (plain !== id && shapeAs(context.young.get(plain), "re-export")?.outside === true)
    return unsure("re-exported", `${plain} is of another crate now`);
  const glob = globOver(id, context);
  if (glob !== undefined) return unsure(gone.rule, `${gone.message}, unless ${glob} has it`);
  // A macro that names it may make it now.
  if (mentioned(name, context.young, context.old)) return unsure(gone.rule, `${gone.message}, unless a macro makes it`);
  if (kind === "method" || (kind === "const" && ownerOf(id) !== undefined)) {
    const trait = traitWith(id, context);
    if (trait !== undefined) return movedToTrait(id, trait);
  }
  if (kind === "method" && isGeneralised(id, context)) return unsure(gone.rule, `${id} is a method of more types now`);
  return gone;
}

/** Another crate of which all is passed on there, newly. */
function globOver(id: string, { old, young }: Context): string | undefined {
  const prefix = `${ownerOf(id) === undefined ? "" : `${ownerOf(id)}::`}* from `;
  return [...young.keys()].find((one) => one.startsWith(prefix) && !old.has(one))?.slice(prefix.length);
}

function brief(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function nothing(): Finding {
  return safe("nothing", "");
}

/** Calls of macros that are new and hold a name. */
function mentioned(name: string, young: ReadonlyMap<string, ShapedElement>, old: ReadonlyMap<string, ShapedElement>) {
  const word = new RegExp(`\\b${name.replaceAll(/[^\w]/g, "")}\\b`);
  return [...young.values()].some(
    (one) => one.kind === "opaque" && old.get(one.id)?.signature !== one.signature && word.test(one.signature ?? ""),
  );
}

function derivedElsewhere(id: string, { young }: Context): boolean {
  const match = /^derive (\S+) for (.*)$/.exec(id);
  const trait = match?.[1]?.split("::").at(-1);
  return [...young.keys()].some((one) => {
    const other = /^(?:impl|derive) (\S+) for (.*)$/.exec(one);
    return other !== null && other[2] === match?.[2] && other[1]?.split("::").at(-1)?.replace(/<.*/, "") === trait;
  });
}

/** A trait that the type implements now and that has a member of the same name. */
function traitWith(id: string, { young }: Context): string | undefined {
  const owner = ownerOf(id) ?? "";
  const label = id.slice(id.lastIndexOf("::") + 2);
  for (const one of young.values()) {
    const match = one.kind === "impl" ? /^impl ([\w:]+)\S* for ([\w:]+)/.exec(one.id) : null;
    if (match === null || match[2] !== owner) continue;
    const [, trait = ""] = match;
    const items = shapeAs(one, "impl")?.items ?? [];
    if (items.includes(label.replace("()", "")) || young.has(`${trait}::${label}`)) return trait;
  }
  return undefined;
}

function movedToTrait(id: string, trait: string): Finding {
  const known = PRELUDE_TRAITS.test(trait);
  if (known) return safe("moved-to-trait", `${id} is of the trait ${trait} now`);
  return unsure("moved-to-trait", `${id} is of the trait ${trait} now, which its users must import`);
}

/** In scope everywhere. */
const PRELUDE_TRAITS =
  /^std::(?:iter::(?:Iterator|DoubleEndedIterator|ExactSizeIterator|Extend|IntoIterator)|clone::Clone|convert::\w+|default::Default|borrow::ToOwned|string::ToString|cmp::\w+|ops::Drop)$/;

function isGeneralised(id: string, { young }: Context): boolean {
  const name = id.slice(id.lastIndexOf("::"));
  const owner = ownerOf(id) ?? "";
  return (
    id.includes("<") && [...young.keys()].some((one) => one !== id && ownerOf(one) === owner && one.endsWith(name))
  );
}

function implRemoved({ id, structure }: ShapedElement, context: Context): Finding {
  const shape = shapeAs({ structure } as ShapedElement, "impl");
  if (shape?.negative === true) return safe("impl-removed", `${id} is gone`);
  if (isStillAuto(id, context)) return safe("impl-removed", `${id} is not written out any more`);
  const match = /^impl (\S+(?: [^f]\S*)*) for (.*)$/.exec(id);
  const [trait, type] = [match?.[1] ?? "", match?.[2] ?? ""];
  const wider = [...context.young.values()].some((one) => {
    const other = one.kind === "impl" || one.kind === "derive" ? /^\w+ (.*?) for (.*)$/.exec(one.id) : null;
    if (other === null || context.old.has(one.id)) return false;
    if (one.kind === "derive") return other[2] === type && other[1]?.split("::").at(-1) === trait.split("::").at(-1);
    const blanket = shapeAs(one, "impl")?.blanket === true;
    return head(other[1] ?? "") === head(trait) && (blanket || head(other[2] ?? "") === head(type));
  });
  // A macro that is given both may implement it.
  if (madeFor(trait, type, context)) return unsure("impl-removed", `${id} is gone, unless a macro makes it`);
  // A trait that only a macro declares: it is not known what it is now.
  if (!trait.includes("::") && !context.old.has(head(trait))) return unsure("impl-removed", `${id} is gone`);
  const wide = wider ? "; an impl for more types is new" : "";
  return (wider ? unsure : broken)("impl-removed", `${id} is gone${wide}`);
}

function madeFor(trait: string, type: string, { young, old }: Context): boolean {
  const words = [trait, type].map((name) => head(name).split("::").at(-1)?.replaceAll(/\W/g, "") ?? "");
  return [...young.values()].some(
    (one) =>
      one.kind === "opaque" &&
      old.get(one.id)?.signature !== one.signature &&
      words.every((word) => word !== "" && new RegExp(`\\b${word}\\b`).test(one.signature ?? "")),
  );
}

/** An auto trait that the type has by its fields. */
function isStillAuto(id: string, { young }: Context): boolean {
  const match = /^impl std::(?:marker|panic)::(Send|Sync|Unpin|UnwindSafe|RefUnwindSafe) for ([\w:]+)/.exec(id);
  const shape = match === null ? undefined : typeShape(young.get(match[2] ?? ""));
  return shape !== undefined && !shape.never.includes(match?.[1] ?? "");
}

function head(type: string): string {
  return type.replace(/<.*$/s, "");
}

export function added(young: ShapedElement, context: Context): Finding {
  const { id, kind, signature } = young;
  const fresh = safe(`${kind}-added`, `${brief(signature ?? id)} is new`);
  switch (kind) {
    case "field":
      return fieldAdded(young, context) ?? fresh;
    case "variant":
      return variantAdded(id, context) ?? fresh;
    case "trait-method":
    case "trait-const":
    case "trait-type":
      return isRequired(young) && context.implementable(id)
        ? broken("required-item-added", `${id} must be implemented`)
        : fresh;
    case "impl":
      return implAdded(young, context) ?? fresh;
    case "derive":
      return fresh;
    default:
      return fresh;
  }
}

function fieldAdded({ id }: ShapedElement, { old, young }: Context): Finding | undefined {
  const owner = ownerOf(id) ?? "";
  const [was, is] = [typeShape(old.get(owner)), typeShape(young.get(owner))];
  if (was === undefined || was.of !== is?.of) return undefined;
  const message = `${id} is new: who makes a ${owner} must give it`;
  if (was.of === "union") return broken("field-added", `${id} is new: the union may be laid out differently`);
  // A change of the form is said of the struct.
  if (was.closed > 0 || was.concealed > 0 || was.nonExhaustive || was.fields !== is.fields) return undefined;
  return broken("field-added", message);
}

function variantAdded(id: string, { old }: Context): Finding | undefined {
  const was = shapeAs(old.get(ownerOf(id) ?? ""), "enum");
  if (was === undefined || was.nonExhaustive) return undefined;
  return broken("variant-added", `${id} is new: a match that names every variant misses it`);
}

function isRequired(one: ShapedElement): boolean {
  const value = shapeAs(one, "function") ?? shapeAs(one, "const");
  if (value !== undefined) return !value.provided;
  return shapeAs(one, "associated-type")?.default === null;
}

/** Most impls add to a type; some take something away. */
function implAdded(one: ShapedElement, { old }: Context): Finding | undefined {
  const { id } = one;
  const shape = shapeAs(one, "impl");
  if (shape === undefined) return undefined;
  const match = /^impl (!?)([\w:]+)\S* for ([\w:]*)/.exec(id);
  const [trait, type] = [match?.[2] ?? "", match?.[3] ?? ""];
  if (shape.negative && old.has(type)) return broken("impl-negative", `${type} is ${trait} no more`);
  const local = shapeAs(old.get(trait), "trait");
  if (shape.blanket && local !== undefined && !local.sealed)
    return broken("blanket-impl-added", `${id} may overlap with impls of others`);
  if (!old.has(type)) return undefined;
  // A closure that moved a value in copies it now.
  if (trait === "std::marker::Copy") return broken("copy-added", `${type} is Copy: closures capture it by reference`);
  const open = typeShape(old.get(type))?.open ?? [];
  if (trait === "std::ops::Drop" && open.length > 0)
    return broken("drop-added", `${type} is Drop: its fields can't be moved out any more`);
  return undefined;
}

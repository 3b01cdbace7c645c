/** What changed between two shapes of one path. */
import type { Finding } from "../../promise.ts";
import { functionChanges } from "./compare-function.ts";
import { boundChanges, type Bounds, broken, declaredGenerics, safe, unsure } from "./compare-generics.ts";
import { compareTypes } from "./compare-types.ts";
import { typeChanges, variantChanges } from "./compare-data.ts";
import type {
  AliasShape,
  ImplShape,
  MacroShape,
  RustShape,
  ShapeOf,
  TraitShape,
  TypeShape,
  ValueShape,
} from "./structure.ts";

export interface Circumstances extends Bounds {
  /** Whether others may implement the trait that an element is a part of. */
  implementable(id: string): boolean;
  /** The type that a field or variant belongs to, as it was. */
  typeAround(id: string): TypeShape | undefined;
  /** Whether the new revision implements an auto trait for a type by hand. */
  implementsAuto(trait: string, id: string): boolean;
  /** Defaults of generic parameters that the owner of a field gained. */
  newDefaults(id: string): ReadonlyMap<string, string>;
}

export function shapeChanges(id: string, was: RustShape, is: RustShape, around: Circumstances): Finding[] {
  const findings = was.of === is.of ? sameKind(id, was, is, around) : otherKind(id, was, is);
  if (!was.deprecated && is.deprecated) findings.push(safe("deprecated", `${id} is deprecated`));
  return findings;
}

function otherKind(id: string, was: RustShape, is: RustShape): Finding[] {
  const message = `${id} is ${article(is)} in place of ${article(was)}`;
  // The same name of elsewhere, or another name of the same: what it looks like there can't be seen.
  if (is.of === "re-export" || was.of === "re-export") return [unsure("re-exported", message)];
  if (is.of === "alias" && isType(was) && is.target.startsWith("crate::")) return [unsure("kind-changed", message)];
  // A static may be used as a constant mostly, and the reverse; not in patterns, nor for its address.
  if (isGlobal(was) && isGlobal(is)) return [unsure("kind-changed", message)];
  if (was.of === "union" && is.of === "struct" && was.open.length === 1 && was.closed === 0 && is.closed === 0)
    return [unsure("kind-changed", message)];
  return [broken("kind-changed", message)];
}

function isGlobal(shape: RustShape): boolean {
  return shape.of === "const" || (shape.of === "static" && !shape.mutable);
}

function isType({ of }: RustShape): boolean {
  return of === "struct" || of === "enum" || of === "union";
}

function article({ of }: RustShape): string {
  return `${/^[aeiou]/.test(of) ? "an" : "a"} ${of === "alias" ? "type alias" : of}`;
}

function sameKind(id: string, was: RustShape, is: RustShape, around: Circumstances): Finding[] {
  switch (was.of) {
    case "function":
      return functionChanges(id, was, is as typeof was, was.inTrait && around.implementable(id), around);
    case "struct":
    case "union":
    case "enum":
      return typeChanges(id, was, is as typeof was, around);
    case "variant":
      return variantChanges(id, was, is as typeof was, around.typeAround(id));
    case "field":
      return fieldChanges(id, was, is as typeof was, around);
    case "trait":
      return traitChanges(id, was, is as typeof was, around);
    case "associated-type":
      return associatedType(id, was, is as typeof was, around);
    case "const":
    case "static":
      return valueChanges(id, was, is as typeof was, around);
    case "alias":
      return aliasChanges(id, was, is as typeof was, around);
    case "impl":
      return implChanges(id, was, is as typeof was, around);
    case "macro":
      return macroChanges(id, was, is as typeof was);
    case "re-export":
      return was.target === (is as typeof was).target
        ? []
        : [unsure("re-export-target", `${id} is ${(is as typeof was).target} in place of ${was.target}`)];
    default:
      return [];
  }
}

function fieldChanges(id: string, was: ShapeOf<"field">, is: ShapeOf<"field">, around: Circumstances): Finding[] {
  const defaults = around.newDefaults(id);
  const type = is.type.replaceAll(/\$\d+/g, (name) => defaults.get(name) ?? name);
  if (type === was.type && is.type !== was.type) return [safe("field-generalised", `${id} is generic`)];
  return was.type === type ? [] : [broken("field-type", `${id} is ${is.type} in place of ${was.type}`)];
}

function traitChanges(id: string, was: TraitShape, is: TraitShape, around: Circumstances): Finding[] {
  const findings = declaredGenerics(id, was.generics, is.generics, around);
  if (was.unsafe !== is.unsafe)
    findings.push(
      (was.sealed ? safe : broken)(
        "trait-unsafe",
        `implementing ${id} is ${is.unsafe ? "unsafe now" : "not unsafe any more"}`,
      ),
    );
  if (!was.sealed && is.sealed) findings.push(broken("trait-sealed", `${id} can't be implemented outside any more`));
  if (was.sealed && !is.sealed) findings.push(safe("trait-unsealed", `${id} can be implemented outside`));
  if (was.dyn && !is.dyn) findings.push(broken("trait-not-dyn", `there can be no dyn ${id} any more`));
  if (!was.dyn && is.dyn) findings.push(safe("trait-dyn", `there can be a dyn ${id}`));
  const added = is.supertraits.filter((one) => !was.supertraits.includes(one));
  const lost = was.supertraits.filter((one) => !is.supertraits.includes(one) && !impliedByOthers(one, is, around));
  if (added.length > 0)
    findings.push((was.sealed ? safe : broken)("supertrait-added", `${id} demands ${added.join(" + ")}`));
  if (lost.length > 0) findings.push(broken("supertrait-removed", `${id} is ${lost.join(" + ")} no more`));
  if (was.mustUse !== is.mustUse) findings.push(safe("must-use", `${id} ${is.mustUse ? "must" : "need not"} be used`));
  return findings;
}

function impliedByOthers(trait: string, is: TraitShape, around: Bounds): boolean {
  return is.supertraits.some((one) => around.supertraits(one).includes(trait));
}

function associatedType(
  id: string,
  was: ShapeOf<"associated-type">,
  is: ShapeOf<"associated-type">,
  around: Circumstances,
): Finding[] {
  const open = around.implementable(id);
  const findings = declaredGenerics(id, was.generics, is.generics, around);
  const added = is.bounds.filter((one) => !was.bounds.includes(one));
  const lost = was.bounds.filter((one) => !is.bounds.includes(one) && one !== "?Sized");
  if (added.some((one) => one !== "?Sized"))
    findings.push((open ? broken : safe)("associated-bound-added", `${id} must be ${added.join(" + ")}`));
  if (lost.length > 0 || added.includes("?Sized"))
    findings.push(broken("associated-bound-removed", `${id} need not be ${lost.join(" + ") || "Sized"}`));
  if (was.default !== null && is.default === null)
    findings.push((open ? broken : safe)("default-removed", `${id} has no default any more`));
  else if (was.default !== is.default)
    findings.push(
      was.default === null
        ? safe("default-added", `${id} has a default`)
        : broken("associated-default", `${id} is ${is.default} by default`),
    );
  return findings;
}

function valueChanges(id: string, was: ValueShape, is: ValueShape, around: Circumstances): Finding[] {
  const findings = compareTypes(was.type, is.type, "given", id).map((one) => ({
    ...one,
    rule: "value-type",
  }));
  if (was.mutable !== is.mutable)
    findings.push(broken("static-mutable", `${id} is ${is.mutable ? "mutable now" : "mutable no more"}`));
  if (!was.unsafe && is.unsafe) findings.push(broken("unsafe-added", `${id} is unsafe now`));
  if (was.unsafe && !is.unsafe) findings.push(safe("unsafe-removed", `${id} is safe now`));
  if (was.provided && !is.provided)
    findings.push((around.implementable(id) ? broken : safe)("default-removed", `${id} must be given`));
  if (!was.provided && is.provided) findings.push(safe("default-added", `${id} has a default`));
  return findings;
}

function aliasChanges(id: string, was: AliasShape, is: AliasShape, around: Circumstances): Finding[] {
  const findings = declaredGenerics(id, was.generics, is.generics, around);
  if (was.target !== is.target)
    findings.push(broken("alias-target", `${id} is ${is.target} in place of ${was.target}`));
  return findings;
}

function implChanges(id: string, was: ImplShape, is: ImplShape, around: Circumstances): Finding[] {
  const findings = boundChanges(id, was.generics, is.generics, around);
  for (const [name, type] of Object.entries(was.types)) {
    const young = is.types[name];
    if (young !== undefined && young !== type)
      findings.push(
        ...compareTypes(type, young, "given", `${name} of ${id}`).map((one) => ({
          ...one,
          rule: "impl-type",
        })),
      );
  }
  return findings;
}

function macroChanges(id: string, was: MacroShape, is: MacroShape): Finding[] {
  const lost = was.patterns.filter((one) => !is.patterns.includes(one));
  const derive = id.startsWith("derive(");
  if (lost.length > 0)
    return [
      derive
        ? broken("helper-attribute-removed", `${id} knows #[${lost.join("], #[")}] no more`)
        : unsure("macro-pattern", `${id} takes other input: ${lost.join(" | ")} is gone`),
    ];
  if (was.patterns.length < is.patterns.length) return [safe("macro-pattern-added", `${id} takes more`)];
  return was.patterns.join("\n") === is.patterns.join("\n")
    ? []
    : [unsure("macro-pattern", `${id} tries its patterns in another order`)];
}

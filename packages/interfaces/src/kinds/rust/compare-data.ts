/** Structs, unions, enums and their variants: how they are made, taken apart, and laid out. */
import type { Finding } from "../../promise.ts";
import { broken, declaredGenerics, safe } from "./compare-generics.ts";
import type { Circumstances } from "./compare-shapes.ts";
import type { TypeShape, VariantShape } from "./structure.ts";

export function typeChanges(id: string, was: TypeShape, is: TypeShape, around: Circumstances): Finding[] {
  const findings = [
    ...declaredGenerics(id, was.generics, is.generics, around),
    ...layout(id, was, is),
    ...(was.of === "enum" ? enumChanges(id, was, is) : structChanges(id, was, is)),
    ...order(id, was, is),
    ...autoTraits(id, was, is, around),
  ];
  if (was.mustUse !== is.mustUse) findings.push(safe("must-use", `${id} ${is.mustUse ? "must" : "need not"} be used`));
  return findings;
}

function structChanges(id: string, was: TypeShape, is: TypeShape): Finding[] {
  const findings: Finding[] = [];
  // With a private field nobody outside could make one or name all its fields.
  const constructible = was.closed === 0 && !was.nonExhaustive;
  // An empty struct is written `S {}`, and so may a unit struct be.
  const emptied = was.fields === "named" && was.open.length === 0 && is.fields === "unit";
  if (was.fields !== is.fields && was.of === "struct") {
    if ((constructible && !emptied) || was.open.length > 0)
      findings.push(broken("struct-form", `${id} is a ${is.fields} struct in place of a ${was.fields} struct`));
  } else if (constructible && is.closed > 0)
    findings.push(broken("private-field-added", `${id} can't be made outside any more: it has a private field`));
  if (constructible && is.concealed > was.concealed && is.closed === 0)
    findings.push(broken("hidden-field-added", `${id} has another field, which is hidden`));
  if (!was.nonExhaustive && is.nonExhaustive && was.closed === 0)
    findings.push(broken("non-exhaustive-added", `${id} is non-exhaustive now`));
  if (was.nonExhaustive && !is.nonExhaustive)
    findings.push(safe("non-exhaustive-removed", `${id} is non-exhaustive no more`));
  if (was.closed > 0 && is.closed === 0)
    findings.push(safe("private-fields-removed", `${id} has no private field any more`));
  return findings;
}

function enumChanges(id: string, was: TypeShape, is: TypeShape): Finding[] {
  const findings: Finding[] = [];
  if (!was.nonExhaustive && is.nonExhaustive)
    findings.push(broken("non-exhaustive-added", `${id} is non-exhaustive now: a match needs another arm`));
  if (was.nonExhaustive && !is.nonExhaustive)
    findings.push(safe("non-exhaustive-removed", `${id} is non-exhaustive no more`));
  const more = is.concealed > was.concealed && is.open.length + is.concealed > was.open.length + was.concealed;
  if (!was.nonExhaustive && more)
    findings.push(broken("variant-added", `${id} has another variant, which is hidden: a match must expect it`));
  if (was.castable && !is.castable)
    findings.push(broken("discriminants-gone", `${id} can't be cast to a number any more`));
  else if (was.castable || was.repr.length > 0) findings.push(...renumbered(id, was, is));
  return findings;
}

function renumbered(id: string, was: TypeShape, is: TypeShape): Finding[] {
  const findings: Finding[] = [];
  for (const [variant, value] of Object.entries(was.discriminants)) {
    const now = is.discriminants[variant];
    if (now !== undefined && now !== value)
      findings.push(broken("discriminant", `${id}::${variant} is ${now} in place of ${value}`));
  }
  return findings;
}

/** Source: "Changing the alignment, layout, or size of a well-defined type" of the Cargo book. */
function layout(id: string, { repr: was, open }: TypeShape, { repr: is }: TypeShape): Finding[] {
  const findings: Finding[] = [];
  // What a transparent type stands for is nobody's business where its field is private.
  const lost = was.filter((one) => !is.includes(one) && !(one === "transparent" && open.length === 0));
  const gained = is.filter((one) => !was.includes(one));
  if (lost.length > 0) findings.push(broken("repr", `${id} is repr(${lost.join(", ")}) no more`));
  const strict = gained.filter((one) => /^(?:packed|align)/.test(one));
  if (strict.length > 0) findings.push(broken("repr", `${id} is repr(${strict.join(", ")}) now`));
  else if (gained.length > 0 && lost.length === 0)
    findings.push(safe("repr", `${id} is repr(${gained.join(", ")}) now`));
  return findings;
}

function order(id: string, was: TypeShape, is: TypeShape): Finding[] {
  const kept = was.open.filter((name) => is.open.includes(name));
  const now = is.open.filter((name) => was.open.includes(name));
  if (kept.join() === now.join()) return [];
  const what = was.of === "enum" ? "variants" : "fields";
  if (was.ordered && is.ordered)
    return [broken("order", `the ${what} of ${id}, which compare in their order, are in another one`)];
  if (was.of !== "enum" && was.repr.some((one) => one === "C" || one.startsWith("packed")))
    return [broken("order", `the ${what} of ${id} are laid out in another order`)];
  return [];
}

function autoTraits(id: string, was: TypeShape, is: TypeShape, around: Circumstances): Finding[] {
  const lost = is.never.filter((one) => !was.never.includes(one) && !around.implementsAuto(one, id));
  const won = was.never.filter((one) => !is.never.includes(one));
  if (lost.length > 0)
    return [broken("auto-trait-removed", `${id} is ${lost.join(", ")} no more, because of its fields`)];
  return won.length > 0 ? [safe("auto-trait-added", `${id} is ${won.join(", ")} now`)] : [];
}

export function variantChanges(
  id: string,
  was: VariantShape,
  is: VariantShape,
  owner: TypeShape | undefined,
): Finding[] {
  // `V {}` fits a unit variant too; and `V { .. }`, which non-exhaustive ones demand, fits any.
  const fits = was.fields !== "tuple" && was.types.length === 0 && (is.fields === "unit" || was.nonExhaustive);
  if (was.fields !== is.fields && !fits)
    return [broken("variant-form", `${id} is a ${is.fields} variant in place of a ${was.fields} variant`)];
  const findings: Finding[] = [];
  if (!was.nonExhaustive && is.nonExhaustive)
    findings.push(broken("non-exhaustive-added", `${id} is non-exhaustive now`));
  if (was.nonExhaustive && !is.nonExhaustive)
    findings.push(safe("non-exhaustive-removed", `${id} is non-exhaustive no more`));
  if (owner !== undefined && is.fields === "named" && reordered(was, is))
    if (owner.ordered || owner.repr.length > 0)
      findings.push(broken("order", `the fields of ${id}, whose order can be seen, are in another one`));
  const young = new Map(is.types.map((one) => [one.name, one]));
  const old = new Map(was.types.map((one) => [one.name, one]));
  for (const { name, type, hidden } of was.types) {
    const now = young.get(name);
    if (now === undefined) findings.push(broken("variant-field-removed", `field ${name} of ${id} is gone`));
    else if (now.type !== type)
      findings.push(broken("variant-field-type", `field ${name} of ${id} is ${now.type} in place of ${type}`));
    else if (now.hidden && !hidden)
      findings.push(broken("variant-field-hidden", `field ${name} of ${id} is hidden now`));
  }
  const added = is.types.filter(({ name }) => !old.has(name));
  if (added.length > 0)
    findings.push(
      (was.nonExhaustive ? safe : broken)(
        "variant-field-added",
        `${id} has another field, ${added.map(({ name }) => name).join(", ")}`,
      ),
    );
  return findings;
}

function reordered(was: VariantShape, is: VariantShape): boolean {
  const kept = was.types.filter(({ name }) => is.types.some((one) => one.name === name));
  const now = is.types.filter(({ name }) => was.types.some((one) => one.name === name));
  return kept.map(({ name }) => name).join() !== now.map(({ name }) => name).join();
}

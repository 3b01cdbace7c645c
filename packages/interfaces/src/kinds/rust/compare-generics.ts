/** Generic parameters and their bounds: more may be accepted, and no less. */
import type { Finding } from "../../promise.ts";
import type { GenericParameter, Generics } from "./structure.ts";

export interface Bounds {
  /** Traits that a trait of this crate implies. */
  supertraits(trait: string): readonly string[];
}

/** Of types, traits and aliases, whose parameters are written out. */
export function declaredGenerics(name: string, was: Generics, is: Generics, bounds: Bounds): Finding[] {
  const findings: Finding[] = [];
  if (was.lifetimes !== is.lifetimes)
    findings.push(broken("generic-lifetimes", `${name} takes ${is.lifetimes} lifetimes in place of ${was.lifetimes}`));
  const extra = is.parameters.slice(was.parameters.length);
  if (is.parameters.length < was.parameters.length)
    findings.push(broken("generic-parameter-removed", `${name} takes fewer generic parameters`));
  if (extra.some((one) => one.default === null))
    findings.push(broken("generic-parameter-added", `${name} takes another generic parameter`));
  else if (extra.length > 0)
    findings.push(safe("generic-parameter-added", `${name} takes another generic parameter, with a default`));
  return [...findings, ...boundChanges(name, was, is, bounds)];
}

/** Bounds of parameters that both have, and where clauses. */
export function boundChanges(name: string, was: Generics, is: Generics, bounds: Bounds): Finding[] {
  const findings = was.parameters.flatMap((old, at) => {
    const young = is.parameters[at];
    return young === undefined ? [] : parameterChanges(name, old, young, bounds);
  });
  const added = is.where.filter((one) => !was.where.includes(one) && !impliedWhere(one, was.where, bounds));
  const removed = was.where.filter((one) => !is.where.includes(one));
  if (added.length > 0) findings.push(broken("bound-tightened", `${name} demands ${added.join(", ")}`));
  else if (removed.length > 0) findings.push(safe("bound-loosened", `${name} demands ${removed.join(", ")} no more`));
  return findings;
}

function parameterChanges(name: string, was: GenericParameter, is: GenericParameter, bounds: Bounds): Finding[] {
  if (was.of !== is.of)
    return [broken("generic-parameter-kind", `${name} takes a ${is.of} parameter in place of a ${was.of} parameter`)];
  const findings: Finding[] = [];
  if (was.default !== null && is.default === null)
    findings.push(broken("generic-default-removed", `a generic parameter of ${name} has no default any more`));
  else if (was.default !== null && was.default !== is.default)
    findings.push({
      rule: "generic-default",
      class: "unknown",
      message: `a generic parameter of ${name} is ${is.default} by default, in place of ${was.default}`,
    });
  else if (was.default !== is.default)
    findings.push(safe("generic-default-added", `a generic parameter of ${name} has a default`));
  if (was.of === "const") {
    if (was.bounds.join() !== is.bounds.join())
      findings.push(broken("generic-const-type", `a const parameter of ${name} is of type ${is.bounds.join()}`));
    return findings;
  }
  const added = is.bounds.filter((one) => !was.bounds.some((old) => implies(old, one, bounds)));
  const removed = was.bounds.filter((one) => !is.bounds.includes(one));
  if (added.length > 0)
    findings.push(broken("bound-tightened", `a type parameter of ${name} must be ${added.join(" + ")}`));
  else if (removed.length > 0)
    findings.push(safe("bound-loosened", `a type parameter of ${name} need not be ${removed.join(" + ")}`));
  return findings;
}

function impliedWhere(predicate: string, was: readonly string[], bounds: Bounds): boolean {
  return was.some((old) => {
    const [left, right] = split(old);
    const [subject, bound] = split(predicate);
    return left === subject && implies(right, bound, bounds);
  });
}

function split(predicate: string): readonly [string, string] {
  const at = predicate.search(/:(?!:)(?<!::)/);
  return [predicate.slice(0, at), predicate.slice(at + 1)];
}

/** What traits of std are supertraits of. */
const SUPERTRAITS: Readonly<Record<string, readonly string[]>> = {
  "std::marker::Copy": ["std::clone::Clone", "std::marker::Sized"],
  "std::clone::Clone": ["std::marker::Sized"],
  "std::default::Default": ["std::marker::Sized"],
  "std::cmp::Ord": ["std::cmp::Eq", "std::cmp::PartialOrd"],
  "std::cmp::Eq": ["std::cmp::PartialEq"],
  "std::cmp::PartialOrd": ["std::cmp::PartialEq"],
  "std::error::Error": ["std::fmt::Debug", "std::fmt::Display"],
  "std::iter::DoubleEndedIterator": ["std::iter::Iterator"],
  "std::iter::ExactSizeIterator": ["std::iter::Iterator"],
  "std::iter::FusedIterator": ["std::iter::Iterator"],
};

/** Whether what meets one bound meets another. */
function implies(old: string, young: string, bounds: Bounds, depth = 0): boolean {
  if (old === young) return true;
  if (depth > 8) return false;
  const call = /^std::ops::(Fn|FnMut)(\(.*)$/s.exec(old);
  if (call !== null) {
    const next = call[1] === "Fn" ? "FnMut" : "FnOnce";
    return implies(`std::ops::${next}${call[2]}`, young, bounds, depth + 1);
  }
  const above = Object.hasOwn(SUPERTRAITS, old) ? (SUPERTRAITS[old] ?? []) : bounds.supertraits(old);
  return above.some((one) => implies(one, young, bounds, depth + 1));
}

export function broken(rule: string, message: string): Finding {
  return { rule, class: "breaking", message };
}

export function safe(rule: string, message: string): Finding {
  return { rule, class: "compatible", message };
}

export function unsure(rule: string, message: string): Finding {
  return { rule, class: "unknown", message };
}

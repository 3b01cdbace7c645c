/** Two revisions of a schema: what clients asked for or sent, and may no longer. */
import { canonical } from "../../containment/json.ts";
import type { Change, Json, ShapedElement } from "../../kind.ts";
import { compareById, type ComparisonRules, fieldsOf, type Finding, shown } from "../../promise.ts";

export function compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const context = contextOf(before, after);
  return compareById(rulesIn(context), before, after).filter(({ element }) => !isImplied(element, context));
}

interface Context {
  readonly old: ReadonlyMap<string, ShapedElement>;
  readonly young: ReadonlyMap<string, ShapedElement>;
  /** Types that clients send: values added to them are harmless, and required fields are not. */
  readonly sent: ReadonlySet<string>;
  /** Types that clients receive. */
  readonly received: ReadonlySet<string>;
}

function contextOf(before: readonly ShapedElement[], after: readonly ShapedElement[]): Context {
  const sent = new Set<string>();
  const received = new Set<string>();
  for (const { kind, structure } of [...before, ...after]) {
    const name = innermost(fieldsOf({ structure })["type"] ?? "");
    if (kind === "field") received.add(name);
    if (kind === "argument" || kind === "input-field") sent.add(name);
  }
  return { old: indexById(before), young: indexById(after), sent, received };
}

function indexById(elements: readonly ShapedElement[]): ReadonlyMap<string, ShapedElement> {
  return new Map(elements.map((one) => [one.id, one]));
}

/** Said once for the type, or for the field with its arguments. */
function isImplied(id: string, { old, young }: Context): boolean {
  const owner = ownerOf(id);
  if (owner === undefined) return false;
  const gone = old.has(owner) && !young.has(owner);
  const fresh = !old.has(owner) && young.has(owner);
  return gone || fresh;
}

/** `A.b(c)` → `A.b`; `A.b`, `A = B`, `A : B` → `A`; `@d(a)` → `@d`. */
function ownerOf(id: string): string | undefined {
  const bracket = id.indexOf("(");
  if (bracket > 0) return id.slice(0, bracket);
  return /^([^.@\s]+)(?:\.| = | : )/.exec(id)?.[1];
}

function rulesIn(context: Context): ComparisonRules {
  return {
    kind: "graphql",
    removed: (old) => removed(old),
    added: (young) => added(young, context),
    changed: (old, young) => changed(old, young),
  };
}

function removed({ kind, name, signature }: ShapedElement): Finding {
  return { rule: `${kind}-removed`, class: "breaking", message: `${signature ?? name} is gone` };
}

function added(young: ShapedElement, { sent, received, old }: Context): Finding {
  const { kind, name, signature } = young;
  const owner = ownerOf(name) ?? "";
  const safe: Finding = { rule: `${kind}-added`, class: "compatible", message: `${signature ?? name} is new` };
  if ((kind === "argument" || kind === "input-field") && isRequired(young))
    return { rule: `required-${kind}-added`, class: "breaking", message: `${signature} must be given` };
  // Clients that were generated from the schema, or that switch over all values, meet one they don't know.
  if (kind === "enum-value" && (received.has(owner) || !sent.has(owner)))
    return {
      rule: "enum-value-added",
      class: "unknown",
      message: `clients may receive ${name}, which they don't know`,
    };
  if (kind === "member" || kind === "implements")
    return {
      rule: `${kind}-added`,
      class: "unknown",
      message: `${signature}: clients may receive a type that they don't know`,
    };
  if (kind === "input-field" && fieldsOf(old.get(owner) ?? {})["oneOf"] === true) return safe;
  return safe;
}

function changed(old: ShapedElement, young: ShapedElement): Finding[] {
  const [was, is] = [fieldsOf(old), fieldsOf(young)];
  return [...ownChanges(old, young, withoutDirectives(was), withoutDirectives(is)), ...usages(young, was, is)];
}

function withoutDirectives(fields: Fields): Fields {
  const { directives: _directives, ...own } = fields;
  return own;
}

function ownChanges(old: ShapedElement, young: ShapedElement, was: Fields, is: Fields): Finding[] {
  if (canonical(was) === canonical(is)) return [];
  switch (young.kind) {
    case "field":
      return [fieldType(old, young, was["type"] ?? "", is["type"] ?? "")];
    case "argument":
    case "input-field":
      return inputChanges(old, young, was, is);
    case "directive":
      return directive(young, was, is);
    case "root":
      return [
        {
          rule: "root-changed",
          class: "breaking",
          message: `${young.name} is ${shown(is["type"])} in place of ${shown(was["type"])}`,
        },
      ];
    default:
      return typeKind(old, young, was, is);
  }
}

/** What a directive of the schema's own means, only the server knows. */
function usages({ name }: ShapedElement, was: Fields, is: Fields): Finding[] {
  const [before, after] = [listOf(was["directives"]), listOf(is["directives"])];
  const gone = before.filter((one) => !after.includes(one));
  const fresh = after.filter((one) => !before.includes(one));
  if (gone.length + fresh.length === 0) return [];
  const text = [...fresh.map((one) => `with ${one}`), ...gone.map((one) => `without ${one}`)].join(", ");
  return [{ rule: "directive-usage", class: "unknown", message: `${name} is ${text} now` }];
}

function typeKind(old: ShapedElement, young: ShapedElement, was: Fields, is: Fields): Finding[] {
  if (was["kind"] === is["kind"] && is["oneOf"] === false)
    return [{ rule: "one-of-removed", class: "compatible", message: `${young.name} takes more than one field now` }];
  if (was["kind"] === is["kind"])
    return [{ rule: "one-of-added", class: "breaking", message: `${young.name} takes exactly one field now` }];
  return [{ rule: "kind-changed", class: "breaking", message: `${young.signature} in place of ${old.signature}` }];
}

/** What is received may be promised more narrowly: null ruled out, at any depth. */
function fieldType(old: ShapedElement, young: ShapedElement, was: Json, is: Json): Finding {
  const message = `${young.signature} in place of ${old.signature}`;
  return { rule: "field-type", class: isNarrower(was, is) ? "compatible" : "breaking", message };
}

function inputChanges(old: ShapedElement, young: ShapedElement, was: Fields, is: Fields): Finding[] {
  const findings: Finding[] = [];
  const [from, to] = [was["type"] ?? "", is["type"] ?? ""];
  const message = `${young.signature} in place of ${old.signature}`;
  if (JSON.stringify(from) !== JSON.stringify(to)) {
    // `T` to `T!` with a default stays optional for those who leave it out, and refuses an explicit null.
    findings.push({ rule: `${young.kind}-type`, class: isNarrower(to, from) ? "compatible" : "breaking", message });
  }
  if (was["default"] === is["default"]) return findings;
  if (is["default"] === null && isNonNull(to))
    findings.push({ rule: "default-removed", class: "breaking", message: `${young.name} must be given now` });
  else if (was["default"] === null && isNonNull(from))
    findings.push({ rule: "default-added", class: "compatible", message });
  else findings.push({ rule: "default-changed", class: "unknown", message });
  return findings;
}

function directive(young: ShapedElement, was: Fields, is: Fields): Finding[] {
  const findings: Finding[] = [];
  const [from, to] = [listOf(was["where"]), listOf(is["where"])];
  const gone = from.filter((place) => !to.includes(place));
  if (gone.length > 0)
    findings.push({
      rule: "directive-location-removed",
      class: "breaking",
      message: `${young.name} may no longer stand on ${gone.join(", ")}`,
    });
  if (was["repeatable"] === true && is["repeatable"] !== true)
    findings.push({
      rule: "directive-not-repeatable",
      class: "breaking",
      message: `${young.name} may stand only once`,
    });
  if (findings.length === 0)
    findings.push({
      rule: "directive-widened",
      class: "compatible",
      message: `${young.name} may be used in more ways`,
    });
  return findings;
}

type Fields = { readonly [key: string]: Json };

function listOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(shown) : [];
}

function isNonNull(type: Json): boolean {
  return Array.isArray(type) && type[0] === "!";
}

function isRequired({ structure }: ShapedElement): boolean {
  const fields = fieldsOf({ structure });
  return isNonNull(fields["type"] ?? "") && fields["default"] === null;
}

/** Every value of `narrow` is a value of `wide`: the same names and lists, null ruled out in more places. */
function isNarrower(wide: Json, narrow: Json): boolean {
  if (Array.isArray(narrow) && narrow[0] === "!") {
    const inner = narrow[1] ?? "";
    return isNarrower(isNonNull(wide) ? ((wide as readonly Json[])[1] ?? "") : wide, inner);
  }
  if (Array.isArray(narrow))
    return Array.isArray(wide) && wide[0] === "[" && isNarrower(wide[1] ?? "", narrow[1] ?? "");
  return wide === narrow;
}

function innermost(type: Json): string {
  return Array.isArray(type) ? innermost(type[1] ?? "") : shown(type);
}

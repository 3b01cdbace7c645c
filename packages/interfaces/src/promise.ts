/**
 * What most kinds share: making an element, and comparing two sets of them by id.
 *
 * A kind says what adding one, removing one and changing one means; the rest is the same everywhere.
 */
import type { Stability } from "@freehold/model";
import { canonical, isRecord } from "./containment/json.ts";
import { hash } from "./containment/lowering.ts";
import type { Change, ChangeClass, Json, ShapedElement } from "./kind.ts";

export interface ElementParts {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly signature?: string | undefined;
  /** Absent: the shape is unknown. */
  readonly structure?: Json | undefined;
  readonly stability?: Stability | undefined;
  readonly doc?: string | undefined;
  readonly rule: string;
  readonly path: string;
  readonly line?: number | undefined;
  readonly detail?: string | undefined;
}

const DOC = 200;

/** An element with the hash of its structure, and the first line of its documentation. */
export function element(parts: ElementParts): ShapedElement {
  const { id, kind, name, signature, structure, stability = "stable", rule, path, line, detail } = parts;
  const doc = parts.doc?.trim().split("\n")[0]?.trim().slice(0, DOC);
  return {
    id,
    kind,
    name,
    ...(signature === undefined ? {} : { signature }),
    ...(structure === undefined ? {} : { structure, shape: hash(canonical(structure)) }),
    stability,
    ...(doc === undefined || doc === "" ? {} : { doc }),
    evidence: {
      rule,
      path,
      ...(line === undefined ? {} : { line }),
      ...(detail === undefined ? {} : { detail }),
    },
  };
}

/** One finding of a comparison; the rule without the kind's name. */
export interface Finding {
  readonly rule: string;
  readonly class: ChangeClass;
  readonly message: string;
  readonly aspects?: readonly string[];
  readonly witness?: Json;
}

export interface ComparisonRules {
  readonly kind: string;
  removed(old: ShapedElement): Finding;
  added(young: ShapedElement): Finding;
  /** Of two elements whose shapes differ; no finding: the difference means nothing to anybody. */
  changed(old: ShapedElement, young: ShapedElement): readonly Finding[];
}

/** Compares by id; what is internal promises nothing, on whichever side it is internal already. Linear. */
export function compareById(
  rules: ComparisonRules,
  before: readonly ShapedElement[],
  after: readonly ShapedElement[],
): readonly Change[] {
  const young = new Map(after.map((one) => [one.id, one]));
  const old = new Set(before.filter(({ stability }) => stability !== "internal").map(({ id }) => id));
  const changes: Change[] = [];
  for (const was of before) {
    if (was.stability === "internal") continue;
    const is = young.get(was.id);
    if (is === undefined) changes.push(change(rules, was, undefined, "removed", noticed(rules.removed(was), was)));
    else for (const finding of differing(rules, was, is)) changes.push(change(rules, was, is, "changed", finding));
  }
  for (const is of after) {
    if (!old.has(is.id) && is.stability !== "internal")
      changes.push(change(rules, undefined, is, "added", rules.added(is)));
  }
  return changes;
}

function differing(rules: ComparisonRules, was: ShapedElement, is: ShapedElement): readonly Finding[] {
  if (is.stability === "internal")
    return [{ rule: "made-internal", class: "breaking", message: `${was.name} is internal now` }];
  if (was.structure === undefined || is.structure === undefined) {
    if (was.structure === undefined && is.structure === undefined && was.signature === is.signature) return [];
    return [
      { rule: "shape-unknown", class: "unknown", message: `${was.name} may have changed: its shape is not known` },
    ];
  }
  return was.shape === is.shape ? [] : rules.changed(was, is);
}

/** Removing what was deprecated is still a break; that there was notice is worth saying. */
function noticed(finding: Finding, was: ShapedElement): Finding {
  if (was.stability !== "deprecated") return finding;
  return { ...finding, message: `${finding.message} (it was deprecated)` };
}

function change(
  rules: ComparisonRules,
  old: ShapedElement | undefined,
  young: ShapedElement | undefined,
  effect: Change["effect"],
  finding: Finding,
): Change {
  return {
    rule: `${rules.kind}/${finding.rule}`,
    class: finding.class,
    effect,
    element: (old ?? young)?.id ?? "",
    message: finding.message,
    ...(finding.aspects === undefined ? {} : { aspects: finding.aspects }),
    ...(finding.witness === undefined ? {} : { witness: finding.witness }),
    ...(old === undefined ? {} : { old }),
    ...(young === undefined ? {} : { new: young }),
  };
}

/** A value in a message: a text as it is, anything else as JSON. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What was not there at all has no users: nothing that is added to it breaks any. */
export function forNewcomers(before: readonly ShapedElement[], changes: readonly Change[]): readonly Change[] {
  return before.length > 0 ? changes : changes.map((change) => ({ ...change, class: "compatible" }));
}

/** The fields of an element's structure; none where it has none. */
export function fieldsOf({ structure }: { readonly structure?: Json | undefined }): { readonly [key: string]: Json } {
  return isRecord(structure) ? structure : {};
}

/**
 * Who gives no value gets another behaviour: whether that breaks is for a person to say. Where a value had, or
 * has, to be given nobody goes without. `without` is how the message begins: `without a value, --port`.
 */
export function defaultChange(
  without: string,
  was: { readonly [key: string]: Json },
  is: { readonly [key: string]: Json },
): Finding[] {
  const [from, to] = [was["default"], is["default"]];
  if (JSON.stringify(from) === JSON.stringify(to) || was["required"] === true || is["required"] === true) return [];
  return [
    { rule: "default-changed", class: "unknown", message: `${without} is ${shown(to)} in place of ${shown(from)}` },
  ];
}

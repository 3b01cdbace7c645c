/**
 * Makes two revisions comparable: what can be reached by several paths is compared at each of them, and
 * types are named by paths that both revisions have.
 */
import { canonical, isRecord } from "../../containment/json.ts";
import { hash } from "../../containment/lowering.ts";
import type { ShapedElement } from "../../kind.ts";
import { mapTexts } from "./draft.ts";

export interface Expanded {
  readonly elements: readonly ShapedElement[];
  /** Id of a copy to the id that it was copied from. */
  readonly copies: ReadonlyMap<string, string>;
}

const DEPTH = 4;
const MAX_COPIES = 200_000;

/**
 * Re-exports inside the crate become what they stand for, with all its members; and so does a plain alias of a type
 * that was the type itself, as `wasType` says by id: what worked with the type works with it.
 */
export function expand(elements: readonly ShapedElement[], wasType: (id: string) => boolean = () => false): Expanded {
  const insideTarget = (one: ShapedElement) => passedOn(one) ?? (wasType(one.id) ? aliased(one) : undefined);
  const sorted = elements.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const ids = sorted.map(({ id }) => id);
  const copies = new Map<string, string>();
  const all = new Map(elements.map((one) => [one.id, one]));
  const open = elements.filter((one) => insideTarget(one) !== undefined).map((one) => ({ one, depth: 0 }));
  for (const { one, depth } of open) {
    const target = insideTarget(one);
    if (target === undefined || depth > DEPTH || all.size > MAX_COPIES) continue;
    const family = familyOf(target, ids, sorted);
    if (family.length > 0 && all.get(one.id) === one) all.delete(one.id);
    for (const member of family) {
      const id = one.id + member.id.slice(target.length);
      if (all.has(id)) continue;
      const stability =
        one.stability === "internal" || one.stability === "deprecated" ? one.stability : member.stability;
      const copy = { ...member, id, name: id, stability, evidence: one.evidence };
      all.set(id, copy);
      copies.set(id, member.id);
      if (insideTarget(copy) !== undefined) open.push({ one: copy, depth: depth + 1 });
    }
  }
  return { elements: [...all.values()], copies };
}

/** Of this crate, without arguments. */
function aliased({ structure }: ShapedElement): string | undefined {
  if (!isRecord(structure) || structure["of"] !== "alias") return undefined;
  const { target } = structure;
  return typeof target === "string" ? /^crate::([\w:]+)$/.exec(target)?.[1] : undefined;
}

function passedOn({ structure }: ShapedElement): string | undefined {
  if (!isRecord(structure) || structure["of"] !== "re-export" || structure["outside"] === true) return undefined;
  const { target } = structure;
  return typeof target === "string" && target !== "" ? target : undefined;
}

/** The element of an id and its members; ids are sorted, so they stand together. */
function familyOf(target: string, ids: readonly string[], sorted: readonly ShapedElement[]): ShapedElement[] {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? "") < target) low = middle + 1;
    else high = middle;
  }
  const family: ShapedElement[] = [];
  for (let at = low; ids[at]?.startsWith(target) === true; at++) {
    const behind = (ids[at] ?? "").slice(target.length);
    const one = sorted[at];
    if (one !== undefined && (behind === "" || /^(?:::|\.|<)/.test(behind))) family.push(one);
  }
  return family;
}

/**
 * The new elements with their types named as the old revision names them, wherever a type that the old
 * one has can still be reached by that path.
 */
export function inOldNames(young: Expanded, old: readonly ShapedElement[], plain: readonly ShapedElement[]): Expanded {
  const before = new Set(old.map(({ id }) => id));
  const renames = new Map<string, string>();
  for (const [copy, from] of young.copies) {
    if (!before.has(from) && before.has(copy) && !renames.has(from)) renames.set(from, copy);
  }
  const known = new Set(plain.map(({ id }) => id));
  for (const from of renames.keys()) if (!known.has(from)) renames.delete(from);
  if (renames.size === 0) return young;
  const rename = (text: string): string =>
    text.replaceAll(/\bcrate::([\w:]+)/g, (all, id: string) => {
      const name = renames.get(id);
      return name === undefined ? all : `crate::${name}`;
    });
  const elements = young.elements.map((one): ShapedElement => {
    const id = /^(?:impl|derive) /.test(one.id)
      ? one.id.replaceAll(/[\w:]+/g, (name) => renames.get(name) ?? name)
      : one.id;
    if (one.structure === undefined) return one;
    const structure = mapTexts(one.structure, rename);
    return { ...one, id, structure, shape: hash(canonical(structure)) };
  });
  return { elements, copies: young.copies };
}

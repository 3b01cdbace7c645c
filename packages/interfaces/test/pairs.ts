/** Runs a table of pairs of files through a kind: the class of the change forward, and backward. */
import { expect, test } from "vitest";
import type { Change, InterfaceKind, Place, ShapedElement } from "../src/kind.ts";

export type Files = string | Readonly<Record<string, string>>;
export type Verdict = "breaking" | "compatible" | "unknown" | "none";
export type Pair = readonly [name: string, before: Files, after: Files, forward: Verdict, backward: Verdict];

/** The elements of a kind in a unit of some files; a text alone is the file of the given name. */
export function elementsIn(kind: InterfaceKind, files: Files, name: string): readonly ShapedElement[] {
  return extractFrom(kind, files, name).elements;
}

export function extractFrom(kind: InterfaceKind, files: Files, name: string) {
  const texts = new Map(Object.entries(typeof files === "string" ? { [name]: files } : files));
  // As in a scan: a kind is given no other paths.
  const paths = [...texts.keys()].filter((path) => kind.looksAt(path));
  const place: Place = { folder: "", paths, read: (path) => texts.get(path) };
  const sources = kind.find(place).map((path) => ({ path, text: texts.get(path) ?? "" }));
  return kind.extract(sources, place);
}

/** The worst class among changes. */
export function verdict(changes: readonly Change[]): Verdict {
  if (changes.length === 0) return "none";
  return (
    (["breaking", "unknown"] as const).find((one) => changes.some((change) => change.class === one)) ?? "compatible"
  );
}

/** One test a pair, in both directions; and that nothing differs from itself. */
export function testPairs(kind: InterfaceKind, name: string, pairs: readonly Pair[]): void {
  test.each(pairs)("%s", (_, before, after, forward, backward) => {
    const [old, young] = [elementsIn(kind, before, name), elementsIn(kind, after, name)];
    const there = kind.compare(old, young);
    expect(verdict(there), there.map(({ rule, message }) => `${rule}: ${message}`).join("\n")).toBe(forward);
    const back = kind.compare(young, old);
    expect(verdict(back), back.map(({ rule, message }) => `${rule}: ${message}`).join("\n")).toBe(backward);
    expect(kind.compare(old, old)).toEqual([]);
    expect(kind.compare(young, young)).toEqual([]);
    expect(new Set(old.map(({ id }) => id)).size).toBe(old.length);
  });
}

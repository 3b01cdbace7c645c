/**
 * Two versions of an interface compared by what snapshots keep of it: ids, signatures and hashes of shapes.
 *
 * A hash says that a shape changed and not how, so that a change is of class unknown. Only what needs no
 * shape is judged: what is gone breaks, and a new name that consumers would import asks nothing of them.
 * An equal shape is no change here, although a type that it names without exporting it may have changed.
 */
import { aboutKind, type Change } from "@freehold/interfaces";
import { interfaceKind } from "@freehold/interfaces/kinds";
import type { Element, Interface } from "@freehold/model";

export interface NamedInterface extends Interface {
  /** The name that imports of it are written with. */
  readonly unit: string;
}

/** Linear in the number of elements. What is internal on the base side already promises nothing. */
export function compareShapes(before: NamedInterface | undefined, after: NamedInterface | undefined): Change[] {
  const young = new Map((after?.elements ?? []).map((one) => [one.id, one]));
  const old = (before?.elements ?? []).filter(isPromise);
  const known = new Set((before?.elements ?? []).filter(isPromise).map(({ id }) => id));
  const kind = (before ?? after)?.kind ?? "";
  const changes = old.flatMap((was): Change[] => {
    const is = young.get(was.id);
    if (is === undefined) return [removed(kind, was)];
    const found = differing(was, is);
    return found === undefined ? [] : [{ ...found, effect: "changed", element: was.id, old: was, new: is }];
  });
  const names = new Set(before?.elements.map(({ name }) => name));
  for (const is of after?.elements ?? []) {
    if (!isPromise(is) || known.has(is.id)) continue;
    const harmless = known.size === 0 || (!isMember(is.name, names) && isImportable(is, after));
    changes.push(added(kind, is, harmless));
  }
  return changes;
}

function isPromise({ stability }: Element): boolean {
  return stability !== "internal";
}

function differing(was: Element, is: Element): Pick<Change, "rule" | "class" | "message"> | undefined {
  if (!isPromise(is))
    return { rule: "snapshot/made-internal", class: "breaking", message: `${was.name} is internal now` };
  if (was.shape !== undefined && was.shape === is.shape) return undefined;
  // Of two unknown shapes with the same signature nobody knows more than before.
  if (was.shape === undefined && is.shape === undefined && was.signature === is.signature) return undefined;
  const message =
    was.shape === undefined || is.shape === undefined
      ? `${was.name} may have changed: its shape is not known`
      : `${was.name} changed; the snapshots do not tell how`;
  return { rule: "snapshot/shape-changed", class: "unknown", message };
}

/** The rules of the kind say whether an element of its sort can be missed; without the shape no more than that. */
function removed(kind: string, was: Element): Change {
  const found = judged(kind, [was], []);
  return {
    rule: found?.rule ?? "snapshot/removed",
    class: found?.class === "breaking" ? "breaking" : "unknown",
    effect: "removed",
    element: was.id,
    message: found?.message ?? `${was.name} is gone`,
    old: was,
  };
}

/** `harmless`: nobody who does not know it can be hit. */
function added(kind: string, is: Element, harmless: boolean): Change {
  const found = judged(kind, [], [is]);
  return {
    rule: found?.rule ?? "snapshot/added",
    class: harmless && found?.class === "compatible" ? "compatible" : "unknown",
    effect: "added",
    element: is.id,
    message: found?.message ?? `${is.name} is new`,
    new: is,
  };
}

function judged(kind: string, before: readonly Element[], after: readonly Element[]): Change | undefined {
  try {
    return interfaceKind(kind)?.compare(before, after)[0];
  } catch {
    return undefined;
  }
}

/** Inputs, by contrast, may be required. */
function isImportable({ id, name }: Element, of: NamedInterface | undefined): boolean {
  if (of === undefined) return false;
  return aboutKind(of.kind)?.named?.({ id: of.id, from: of.unit, symbol: name })?.id === id;
}

/** What a class or a type gains may be asked of those who implement it. */
function isMember(name: string, names: ReadonlySet<string>): boolean {
  for (let dot = name.lastIndexOf("."); dot > 0; dot = name.lastIndexOf(".", dot - 1))
    if (names.has(name.slice(0, dot))) return true;
  return false;
}

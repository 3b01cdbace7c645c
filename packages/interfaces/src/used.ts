/** Which elements the names that a consumer imports mean. */
import type { Element } from "@freehold/model";
import type { ImportedName } from "./kind.ts";
import { aboutKind } from "./known-kinds.ts";

export interface ElementMatch {
  /**
   * Ids of the elements that the name may be, members included: who uses a class may use its methods. What
   * they stand in, an entry point, is used with them, and so is what everybody relies on.
   */
  readonly elements: readonly string[];
  /** The name belongs to this kind of interface and is not among its elements. */
  readonly missing: boolean;
}

export interface ElementIndex {
  match(imported: ImportedName): ElementMatch | undefined;
}

/**
 * Prepares the elements of one interface, or of two versions of it: what both have counts once. A match is
 * then a look-up. Undefined answers: not a name of this kind.
 */
export function indexElements(kind: string, elements: readonly Pick<Element, "id" | "of">[]): ElementIndex {
  const known = aboutKind(kind);
  const ids = [...new Set(elements.map(({ id }) => id))];
  const families = new Map<string, string[]>();
  for (const id of ids) for (const root of rootsOf(id)) append(families, root, id);
  const others = new Map<string, string[]>();
  for (const { id, of } of elements)
    if (of !== undefined && others.get(id)?.includes(of) !== true) append(others, id, of);
  const stars = Map.groupBy(
    ids.filter((id) => id.includes("#* from ")),
    (id) => id.slice(0, id.indexOf("#")),
  );
  // What is exported whole and has no members that are known may have any.
  for (const id of ids)
    if (id.endsWith("#export=") && families.get(id)?.length === 1) append(stars, id.slice(0, id.indexOf("#")), id);
  const present = new Set(ids);
  const everyones = ids.filter((id) => known?.everyones?.(id) === true);
  return {
    match(imported) {
      const name = known?.named?.(imported);
      if (name === undefined) return undefined;
      const direct = families.get(name.id) ?? (name.or === undefined ? undefined : families.get(name.or)) ?? [];
      const found = throughNames(direct, others, families);
      const around = [...rootsOf(name.id).filter((id) => id !== name.id && present.has(id)), ...everyones];
      if (found.length > 0) return { elements: [...new Set([...found, ...around])], missing: false };
      // What is re-exported whole from elsewhere may be any name.
      const passed = name.id.includes("#") ? (stars.get(name.id.slice(0, name.id.indexOf("#"))) ?? []) : [];
      return { elements: [...passed, ...(passed.length === 0 ? [] : around)], missing: passed.length === 0 };
    },
  };
}

/** Who uses another name of an element uses that element. */
function throughNames(
  found: readonly string[],
  others: ReadonlyMap<string, readonly string[]>,
  families: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (others.size === 0) return found;
  return [
    ...new Set([...found, ...found.flatMap((id) => (others.get(id) ?? []).flatMap((of) => families.get(of) ?? []))]),
  ];
}

/** The element itself and what it is a member of: `.#A.b` is found by `.#A.b`, `.#A` and `.`. */
function rootsOf(id: string): string[] {
  const roots = [id];
  const hash = id.indexOf("#");
  for (let at = id.lastIndexOf("."); at > Math.max(hash, 0); at = id.lastIndexOf(".", at - 1)) {
    roots.push(id.slice(0, at));
  }
  if (hash > 0) roots.push(id.slice(0, hash));
  return roots;
}

function append(families: Map<string, string[]>, root: string, id: string): void {
  const family = families.get(root);
  if (family === undefined) families.set(root, [id]);
  else family.push(id);
}

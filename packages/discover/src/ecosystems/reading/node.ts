/**
 * A manifest's contents with the line of every value, the same for JSON, YAML and TOML, so that an
 * ecosystem never deals with a parser and each of its claims can name a line.
 *
 * Readers never throw whatever they are given: accessors answer "nothing" for the wrong kind.
 */
interface MapNode {
  readonly kind: "map";
  readonly line: number;
  readonly column: number;
  readonly fields: ReadonlyMap<string, Node>;
}

interface ListNode {
  readonly kind: "list";
  readonly line: number;
  readonly column: number;
  readonly items: readonly Node[];
}

interface ScalarNode {
  readonly kind: "scalar";
  readonly line: number;
  readonly column: number;
  readonly value: string | number | boolean | null;
}

/** `line` and `column` are those of the key where the value has one, for that is where people look. */
export type Node = MapNode | ListNode | ScalarNode;

/** Deeper than any manifest is, and shallow enough that no recursive reader overflows. */
export const MAX_DEPTH = 200;

/** The value behind a path of keys. */
export function at(node: Node | undefined, ...keys: readonly string[]): Node | undefined {
  let found = node;
  for (const key of keys) found = found?.kind === "map" ? found.fields.get(key) : undefined;
  return found;
}

/** The fields of a map, in order; nothing for another kind. */
export function fields(node: Node | undefined): Iterable<[string, Node]> {
  return node?.kind === "map" ? node.fields : [];
}

/** The items of a list; nothing for another kind. */
export function items(node: Node | undefined): readonly Node[] {
  return node?.kind === "list" ? node.items : [];
}

/** A string that says something: trimmed and not empty. */
export function text(node: Node | undefined): string | undefined {
  if (node?.kind !== "scalar" || typeof node.value !== "string") return undefined;
  const trimmed = node.value.trim();
  return trimmed === "" ? undefined : trimmed;
}

/** A string, or a number written without quotes, as versions often are. */
export function scalarText(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" && typeof node.value === "number" ? String(node.value) : text(node);
}

export function isTrue(node: Node | undefined): boolean {
  return node?.kind === "scalar" && node.value === true;
}

/** The strings of a list, or the one string given instead of a list. */
export function texts(node: Node | undefined): readonly string[] {
  const one = text(node);
  if (one !== undefined) return [one];
  return items(node)
    .map(text)
    .filter((found) => found !== undefined);
}

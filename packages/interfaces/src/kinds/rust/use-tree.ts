/** `use` declarations, unfolded: one path and one name each. */

export interface UseTree {
  /** Segments as written, `crate` and `super` included; a leading `::` is an empty segment. */
  readonly path: readonly string[];
  /** `*` for all, `_` for none. */
  readonly name: string;
}

const DEPTH = 20;

/** `pub use a::{self, b as c, d::*};`, `extern crate a as b;`. What is not understood gives nothing. */
export function readUse(text: string): readonly UseTree[] {
  const plain = text.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, " ");
  const crate = /\bextern\s+crate\s+(\w+)(?:\s+as\s+(\w+))?/.exec(plain);
  if (crate !== null) {
    const [, path = "", name = path] = crate;
    return [{ path: path === "self" ? ["crate"] : ["", path], name }];
  }
  const body = /\buse\b([\s\S]*?);?\s*$/.exec(plain)?.[1] ?? "";
  const tokens = body.match(/::|[{},*]|[\w#$]+/g) ?? [];
  const found: UseTree[] = [];
  readTree({ tokens, at: 0 }, [], found, 0);
  return found;
}

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
}

function readTree(cursor: Cursor, above: readonly string[], found: UseTree[], depth: number): void {
  const path = [...above];
  if (cursor.tokens[cursor.at] === "::" && path.length === 0) path.push("");
  for (;;) {
    const token = cursor.tokens[cursor.at];
    if (token === "::") {
      cursor.at++;
      continue;
    }
    if (token === "{" && depth < DEPTH) return readList(cursor, path, found, depth);
    if (token === "*") {
      cursor.at++;
      found.push({ path, name: "*" });
      return;
    }
    if (token === undefined || token === "," || token === "}" || token === "{") break;
    if (token === "as") {
      found.push({ path: withoutSelf(path), name: clean(cursor.tokens[cursor.at + 1] ?? "_") });
      cursor.at += 2;
      return;
    }
    path.push(clean(token));
    cursor.at++;
  }
  const plain = withoutSelf(path);
  if (path.length > above.length) found.push({ path: plain, name: plain.at(-1) ?? "_" });
}

function readList(cursor: Cursor, path: readonly string[], found: UseTree[], depth: number): void {
  cursor.at++;
  while (cursor.at < cursor.tokens.length && cursor.tokens[cursor.at] !== "}") {
    const before = cursor.at;
    readTree(cursor, path, found, depth + 1);
    if (cursor.tokens[cursor.at] === ",") cursor.at++;
    else if (cursor.at === before) cursor.at++;
  }
  cursor.at++;
}

/** `a::{self}` is `a`. */
function withoutSelf(path: readonly string[]): readonly string[] {
  return path.length > 1 && path.at(-1) === "self" ? path.slice(0, -1) : path;
}

function clean(name: string): string {
  return name.replace(/^r#/, "");
}

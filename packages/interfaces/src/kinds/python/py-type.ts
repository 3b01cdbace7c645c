/**
 * Annotations as plain data, in one form for what means the same: `Optional[X]`, `Union[X, None]` and
 * `X | None`; `List[int]`, `list[int]` and `"list[int]"`; names by their dotted path.
 */
export type PyType =
  | { readonly kind: "name"; readonly name: string; readonly args: readonly PyType[] }
  | { readonly kind: "union"; readonly of: readonly PyType[] }
  | { readonly kind: "literal"; readonly text: string }
  /** The parameters of a callable. */
  | { readonly kind: "list"; readonly of: readonly PyType[] }
  | { readonly kind: "other"; readonly text: string };

/** What a local name stands for, dotted; the name itself where it is a builtin. */
export type Resolve = (name: string) => string;

const TOKEN =
  /\s+|#[^\n]*|\\\n|[rbuftRBUFT]{0,2}(?:"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\.\.\.|[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*|\*\*|\/\/|->|:=|[=!<>]=|./gsu;

export function tokensOf(text: string): string[] {
  return (text.match(TOKEN) ?? []).filter((token) => !/^(?:\s|#|\\\n)/.test(token));
}

const DEPTH = 60;

export function parseType(text: string, resolve: Resolve, depth = 0): PyType {
  const tokens = tokensOf(text);
  if (depth > DEPTH || tokens.length === 0 || tokens.length > 4000) return { kind: "other", text: text.slice(0, 200) };
  const reader = new TypeReader(tokens, resolve, depth);
  const type = reader.union(0);
  return reader.done() ? type : { kind: "other", text: canonicalText(text, resolve) };
}

class TypeReader {
  readonly #tokens: readonly string[];
  readonly #resolve: Resolve;
  readonly #depth: number;
  #at = 0;

  constructor(tokens: readonly string[], resolve: Resolve, depth: number) {
    this.#tokens = tokens;
    this.#resolve = resolve;
    this.#depth = depth;
  }

  done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  union(depth: number): PyType {
    const parts = [this.#one(depth)];
    while (this.#tokens[this.#at] === "|") {
      this.#at++;
      parts.push(this.#one(depth));
    }
    return parts.length === 1 ? (parts[0] ?? ANY) : unionOf(parts);
  }

  #one(depth: number): PyType {
    const token = this.#tokens[this.#at] ?? "";
    if (depth > DEPTH) return this.#give(token);
    if (token === "[") return { kind: "list", of: this.#list("]", depth + 1) };
    if (token === "(") {
      const inside = this.#list(")", depth + 1);
      return inside.length === 1 ? (inside[0] ?? ANY) : { kind: "list", of: inside };
    }
    if (token === "*" || token === "**") {
      this.#at++;
      return { kind: "name", name: "Unpack", args: [this.#one(depth + 1)] };
    }
    const quoted = stringContent(token);
    if (quoted !== undefined) {
      this.#at++;
      return parseType(quoted, this.#resolve, this.#depth + 1);
    }
    return /^[\p{L}_]/u.test(token) ? this.#named(depth) : this.#give(token);
  }

  #give(token: string): PyType {
    this.#at++;
    return { kind: "other", text: token };
  }

  #named(depth: number): PyType {
    let name = this.#tokens[this.#at++] ?? "";
    while (this.#tokens[this.#at] === "." && /^[\p{L}_]/u.test(this.#tokens[this.#at + 1] ?? "")) {
      name += `.${this.#tokens[this.#at + 1]}`;
      this.#at += 2;
    }
    const plain = plainName(resolveDotted(name, this.#resolve));
    if (this.#tokens[this.#at] !== "[") return simplified(plain, []);
    if (plain === "Literal") return this.#literals();
    return simplified(plain, this.#list("]", depth + 1));
  }

  #literals(): PyType {
    this.#at++;
    const values: PyType[] = [];
    let value = "";
    let depth = 0;
    for (; this.#at < this.#tokens.length; this.#at++) {
      const token = this.#tokens[this.#at] ?? "";
      if (depth === 0 && (token === "," || token === "]")) {
        if (value !== "") values.push(value === "None" ? NONE : { kind: "literal", text: value });
        value = "";
        if (token === "]") break;
        continue;
      }
      if (token === "[") depth++;
      if (token === "]") depth--;
      value += tokenText(token);
    }
    this.#at++;
    return unionOf(values);
  }

  #list(end: string, depth: number): PyType[] {
    this.#at++;
    const parts: PyType[] = [];
    while (!this.done() && this.#tokens[this.#at] !== end) {
      const before = this.#at;
      parts.push(this.union(depth));
      if (this.#tokens[this.#at] === ",") this.#at++;
      if (this.#at === before) this.#at++;
    }
    this.#at++;
    return parts;
  }
}

export const NONE: PyType = { kind: "name", name: "None", args: [] };
const ANY: PyType = { kind: "name", name: "Any", args: [] };

/** Flat, without repetition, in one order. */
export function unionOf(parts: readonly PyType[]): PyType {
  const flat = parts.flatMap((part) => (part.kind === "union" ? part.of : [part]));
  const unique = new Map(flat.map((part) => [JSON.stringify(part), part]));
  const of = [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
  return of.length === 1 && of[0] !== undefined ? of[0] : { kind: "union", of };
}

const TYPING = /^(?:typing|typing_extensions|collections\.abc|_typeshed|builtins)\.(\w+)$/;
const RENAMED: Readonly<Record<string, string>> = {
  List: "list",
  Dict: "dict",
  Tuple: "tuple",
  FrozenSet: "frozenset",
  Type: "type",
  Text: "str",
  ContextManager: "contextlib.AbstractContextManager",
  AsyncContextManager: "contextlib.AbstractAsyncContextManager",
  DefaultDict: "collections.defaultdict",
  Deque: "collections.deque",
  Counter: "collections.Counter",
  OrderedDict: "collections.OrderedDict",
  ChainMap: "collections.ChainMap",
  Pattern: "re.Pattern",
  Match: "re.Match",
};

/** `typing.List` and `collections.abc.Set` are two sets: one is the builtin, one the protocol. */
export function plainName(name: string): string {
  const [, last] = TYPING.exec(name) ?? [];
  if (last === undefined) return name;
  if (name.startsWith("typing") && last === "Set") return "set";
  if (name === "collections.abc.Set" || last === "AbstractSet") return "AbstractSet";
  return (name.startsWith("typing") ? RENAMED[last] : undefined) ?? last;
}

function simplified(name: string, args: readonly PyType[]): PyType {
  const [first] = args;
  if (name === "Optional" && first !== undefined) return unionOf([first, NONE]);
  if (name === "Union" && args.length > 0) return unionOf(args);
  if (["Annotated", "Final", "ClassVar", "Required", "ReadOnly"].includes(name) && first !== undefined) return first;
  return { kind: "name", name, args };
}

/** The first part of a dotted name is what is resolved. */
function resolveDotted(name: string, resolve: Resolve): string {
  const dot = name.indexOf(".");
  return dot === -1 ? resolve(name) : `${resolve(name.slice(0, dot))}${name.slice(dot)}`;
}

/** The characters of a string literal without escapes; undefined for anything else, and for formatted ones. */
export function stringContent(token: string): string | undefined {
  const [, , triple, content] = /^([rbuRBU]{0,2})("""|'''|"|')([^]*)\2$/.exec(token) ?? [];
  return triple === undefined ? undefined : content;
}

function tokenText(token: string): string {
  const content = stringContent(token);
  if (content !== undefined) return `${/^[bB]|^[rR][bB]/.test(token) ? "b" : ""}${JSON.stringify(content)}`;
  return /^\d/.test(token) ? token.replaceAll("_", "").toLowerCase() : token;
}

/** One text for an expression however it is laid out, with names resolved. */
export function canonicalText(text: string, resolve: Resolve): string {
  const parts: string[] = [];
  let before = "";
  const tokens = tokensOf(text);
  for (const [at, token] of tokens.entries()) {
    const name =
      /^[\p{L}_]/u.test(token) && stringContent(token) === undefined && !/^[rbuftRBUFT]{1,2}["']/.test(token);
    const closing =
      /^[)\]}]$/.test(tokens[at + 1] ?? "") && token === "," && tokens[at - 1] !== undefined && !isSingle(tokens, at);
    if (closing) continue;
    const written = name && before !== "." ? resolve(token) : tokenText(token);
    if (name && /[\p{L}\p{N}_]$/u.test(parts.at(-1) ?? "")) parts.push(" ");
    else if (/^[\p{L}\p{N}_]/u.test(written) && /[\p{L}\p{N}_]$/u.test(parts.at(-1) ?? "")) parts.push(" ");
    parts.push(written);
    before = token;
  }
  return parts.join("").slice(0, 1000);
}

/** The comma of `(a,)` makes a tuple. */
function isSingle(tokens: readonly string[], at: number): boolean {
  if (tokens[at + 1] !== ")") return false;
  let depth = 0;
  for (let back = at - 1; back >= 0; back--) {
    const token = tokens[back] ?? "";
    if (/^[)\]}]$/.test(token)) depth++;
    else if (/^[([{]$/.test(token) && depth-- === 0) return true;
    else if (token === "," && depth === 0) return false;
  }
  return false;
}

/** As people write it: the last part of names. */
export function typeText(type: PyType | null): string {
  if (type === null) return "";
  switch (type.kind) {
    case "name":
      return `${shortName(type.name)}${type.args.length === 0 ? "" : `[${type.args.map(typeText).join(", ")}]`}`;
    case "union":
      return type.of.map(typeText).join(" | ");
    case "literal":
      return `Literal[${type.text}]`;
    case "list":
      return `[${type.of.map(typeText).join(", ")}]`;
    default:
      return type.text;
  }
}

export function shortName(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/**
 * Finds the import statements of Python source without building its syntax tree.
 *
 * `import` is a keyword, so outside of strings and comments it starts an import statement and nothing
 * else; what has to be right is where strings end, f-strings with nested quotes included. It finds what
 * Python's own `ast` finds, at ten times the speed of a tree-sitter grammar; see docs/add-a-language.md.
 */
export interface PythonStatement {
  readonly start: number;
  readonly kind: "import" | "from" | "dynamic" | "all" | "name";
  /** Of `from` and `dynamic`: the module, with its leading dots. */
  readonly module: string;
  /** Names imported, listed in `__all__`, or the one that is defined. */
  readonly names: readonly string[];
  /** Below `if TYPE_CHECKING:`. */
  readonly typeOnly: boolean;
}

const WORD = /[\p{L}\p{Nl}_][\p{L}\p{N}\p{Mn}\p{Mc}\p{Pc}]*/uy;
const NEWLINE = 10;

export function scanPython(text: string): readonly PythonStatement[] {
  const found: PythonStatement[] = [];
  /** Column of the `if TYPE_CHECKING:` that holds; -1 for none. */
  let guard = -1;
  let depth = 0;
  let lineStart = 0;
  let fresh = true;
  let firstOfLine = true;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  function add(kind: PythonStatement["kind"], start: number, module: string, names: readonly string[]): void {
    found.push({ start, kind, module, names, typeOnly: guard !== -1 });
  }

  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE || code === 13) {
      at++;
      if (depth === 0) {
        fresh = true;
        firstOfLine = true;
      }
      lineStart = at;
    } else if (code === 32 || code === 9 || code === 12) at++;
    else if (code === 35) at = endOfLine(text, at);
    else if (code === 92) at = afterBackslash(text, at);
    else if (code === 34 || code === 39) {
      at = skipString(text, at, false, false);
      fresh = firstOfLine = false;
    } else if (isWordStart(code)) {
      const word = wordAt(text, at);
      if (word === "") {
        at++;
        continue;
      }
      const start = at;
      const column = start - lineStart;
      if (fresh && firstOfLine && guard !== -1 && column <= guard) guard = -1;
      at += word.length;
      const quote = text.charCodeAt(at);
      if ((quote === 34 || quote === 39) && /^[rbuft]{1,2}$/i.test(word)) {
        at = skipString(text, at, /r/i.test(word), /[ft]/i.test(word));
      } else if (fresh && word === "import") {
        const names = new Cursor(text, at);
        for (const name of names.dottedNames()) add("import", start, name, ["*"]);
        at = names.at;
      } else if (fresh && word === "from") {
        const cursor = new Cursor(text, at);
        const module = cursor.relativeName();
        const names = cursor.word("import") ? cursor.importedNames() : [];
        if (module !== "" && names.length > 0) add("from", start, module, names);
        at = cursor.at;
      } else if (fresh && firstOfLine && word === "if") {
        const cursor = new Cursor(text, at);
        if (cursor.isTypeChecking() && guard === -1) guard = column;
      } else if (word === "import_module" || word === "__import__") {
        const module = new Cursor(text, at).stringArgument();
        if (module !== undefined) add("dynamic", start, module, []);
      } else if (fresh && column === 0 && firstOfLine) {
        const cursor = new Cursor(text, at);
        if (word === "__all__") {
          const names = cursor.listOfStrings();
          if (names.length > 0) add("all", start, "", names);
        } else {
          const name = cursor.definedName(word);
          if (name !== undefined) add("name", start, "", [name]);
        }
      }
      fresh = firstOfLine = false;
    } else {
      if (code === 40 || code === 91 || code === 123) depth++;
      else if (code === 41 || code === 93 || code === 125) depth = Math.max(0, depth - 1);
      // What follows a `;`, or the `:` of a compound statement, is a statement again.
      fresh = depth === 0 && (code === 59 || code === 58);
      firstOfLine = false;
      at++;
    }
  }
  return found;
}

function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
}

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? "";
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/** Behind a backslash and the line break that it joins. */
function afterBackslash(text: string, at: number): number {
  return text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === NEWLINE ? at + 3 : at + 2;
}

/** Behind the string whose quote is at `at`; one that doesn't end with its line is taken to end there. */
function skipString(text: string, at: number, raw: boolean, formatted: boolean): number {
  const quote = text[at] ?? "";
  const triple = text.startsWith(quote.repeat(3), at);
  const close = triple ? quote.repeat(3) : quote;
  if (triple && !formatted) return skipTriple(text, at + 3, close);
  let i = at + close.length;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 92) i += raw && formatted && /[{}]/.test(text[i + 1] ?? "") ? 1 : 2;
    else if (text.startsWith(close, i)) return i + close.length;
    else if (code === NEWLINE && !triple) return i;
    else if (formatted && code === 123)
      i = text.charCodeAt(i + 1) === 123 ? i + 2 : skipField(text, i + 1, close, triple);
    else i++;
  }
  return text.length;
}

function skipTriple(text: string, from: number, close: string): number {
  let end = text.indexOf(close, from);
  while (end !== -1 && isEscaped(text, end, from)) end = text.indexOf(close, end + 1);
  return end === -1 ? text.length : end + 3;
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  for (let i = at - 1; i >= from && text.charCodeAt(i) === 92; i--) slashes++;
  return slashes % 2 === 1;
}

/** Behind the `}` of a replacement field; stops at the end of the string around where there is none. */
function skipField(text: string, at: number, close: string, triple: boolean): number {
  let depth = 0;
  let specification = false;
  let i = at;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === NEWLINE && !triple) return i;
    if (specification && text.startsWith(close, i)) return i;
    if (code === 125 && depth === 0) return i + 1;
    if (code === 123 && specification) i = skipField(text, i + 1, close, triple);
    else if ((code === 34 || code === 39) && !specification) {
      // Before Python 3.12 the quote of the string around ends it, since it can't be used inside.
      const end = skipString(text, i, false, /[ft][rR]?$/i.test(text.slice(Math.max(at, i - 2), i)));
      i = end;
    } else {
      if (code === 40 || code === 91 || code === 123) depth++;
      else if (code === 41 || code === 93 || code === 125) depth--;
      else if (code === 58 && depth === 0) specification = true;
      i++;
    }
  }
  return i;
}

/** Reads on from a place, over blanks, comments and joined lines. */
class Cursor {
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  /** `a.b as c, d` */
  dottedNames(): readonly string[] {
    const names: string[] = [];
    do {
      const name = this.#dotted();
      if (name === "") break;
      names.push(name);
      if (this.word("as")) this.#take(WORD);
    } while (this.#symbol(","));
    return names;
  }

  /** `a.b`, `.`, `..a` */
  relativeName(): string {
    let dots = "";
    for (this.#skip(false); this.#text[this.at] === "."; this.#skip(false)) {
      dots += ".";
      this.at++;
    }
    const before = this.at;
    const name = this.#dotted();
    if (dots === "" || name !== "import") return dots + name;
    this.at = before;
    return dots;
  }

  /** `(a as b, c)`, `*` */
  importedNames(): readonly string[] {
    if (this.#symbol("*")) return ["*"];
    const parenthesised = this.#symbol("(");
    const names: string[] = [];
    for (;;) {
      const name = this.#take(WORD, parenthesised);
      if (name === "") break;
      names.push(name);
      if (this.word("as", parenthesised)) this.#take(WORD, parenthesised);
      if (!this.#symbol(",", parenthesised)) break;
    }
    if (parenthesised) this.#symbol(")", true);
    return names;
  }

  word(expected: string, lines = false): boolean {
    const before = this.at;
    if (this.#take(WORD, lines) === expected) return true;
    this.at = before;
    return false;
  }

  /** `TYPE_CHECKING:`, `typing.TYPE_CHECKING:` */
  isTypeChecking(): boolean {
    const name = this.#dotted();
    return (name === "TYPE_CHECKING" || name.endsWith(".TYPE_CHECKING")) && this.#symbol(":");
  }

  /** `("a.b"` with anything behind it. */
  stringArgument(): string | undefined {
    return this.#symbol("(") ? this.#string(true) : undefined;
  }

  /** `= ["a", "b"]`, `+= ("a",)` */
  listOfStrings(): readonly string[] {
    this.#symbol("+");
    if (this.#symbol(":")) this.#take(/[^=\n]*/y);
    if (!this.#symbol("=") || !(this.#symbol("[") || this.#symbol("("))) return [];
    const names: string[] = [];
    for (let name = this.#string(true); name !== undefined; name = this.#string(true)) {
      names.push(name);
      if (!this.#symbol(",", true)) break;
    }
    return names;
  }

  /** The name that a statement starting with `word` defines at module level. */
  definedName(word: string): string | undefined {
    if (word === "async") this.#take(WORD);
    if (word === "def" || word === "class" || word === "async") return publicName(this.#take(WORD));
    this.#skip(false);
    return /[=:](?!=)/y.test(this.#text.slice(this.at, this.at + 2)) && !KEYWORDS.has(word)
      ? publicName(word)
      : undefined;
  }

  #dotted(): string {
    let name = this.#take(WORD);
    while (name !== "" && this.#symbol(".")) {
      const part = this.#take(WORD);
      if (part === "") break;
      name += `.${part}`;
    }
    return name;
  }

  #string(lines: boolean): string | undefined {
    this.#skip(lines);
    const match = /[rbuRBU]?(?:"([^"\\\n]*)"|'([^'\\\n]*)')/y;
    match.lastIndex = this.at;
    const [whole, double, single] = match.exec(this.#text) ?? [];
    if (whole === undefined) return undefined;
    this.at += whole.length;
    return double ?? single;
  }

  #symbol(expected: string, lines = false): boolean {
    this.#skip(lines);
    if (this.#text[this.at] !== expected) return false;
    this.at++;
    return true;
  }

  #take(pattern: RegExp, lines = false): string {
    this.#skip(lines);
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }

  #skip(lines: boolean): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.at);
      if (code === 32 || code === 9 || code === 12 || (lines && (code === NEWLINE || code === 13))) this.at++;
      else if (code === 92 && /\r?\n/y.test(this.#text.slice(this.at + 1, this.at + 3))) {
        this.at = afterBackslash(this.#text, this.at);
      } else if (code === 35 && lines) this.at = endOfLine(this.#text, this.at);
      else return;
    }
  }
}

const KEYWORDS = new Set(["else", "try", "finally", "lambda", "except", "with", "while", "for", "if", "match", "case"]);

function publicName(name: string): string | undefined {
  return name === "" || name.startsWith("_") ? undefined : name;
}

/**
 * The imports of a Go file. They stand behind the package clause and before everything else, so
 * reading stops at the first other declaration: a few hundred bytes of most files are looked at.
 */
export interface GoImport {
  readonly start: number;
  readonly path: string;
  /** `_`, `.`, or the name it is given. */
  readonly name: string;
}

const NAME = /[\p{L}_][\p{L}\p{Nd}_]*|\./uy;
const STRING = /"([^"\\\n]*)"|`([^`\n]*)`/y;

export function scanGoImports(text: string): readonly GoImport[] {
  const found: GoImport[] = [];
  let at = skipBlank(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (take(NAME, "package") !== "package" || take(NAME) === "") return found;
  while (take(NAME, "import") === "import") {
    if (text[at] !== "(") {
      if (!spec()) return found;
      continue;
    }
    at = skipBlank(text, at + 1);
    while (at < text.length && text[at] !== ")") if (!spec()) return found;
    at = skipBlank(text, at + 1);
  }
  return found;

  function spec(): boolean {
    const start = at;
    const name = take(NAME);
    STRING.lastIndex = at;
    const [whole, plain, raw] = STRING.exec(text) ?? [];
    if (whole === undefined) return false;
    found.push({ start, name, path: plain ?? raw ?? "" });
    at = skipBlank(text, at + whole.length);
    return true;
  }

  /** Takes a word, or nothing when it isn't the one expected. */
  function take(pattern: RegExp, expected?: string): string {
    pattern.lastIndex = at;
    const word = pattern.exec(text)?.[0] ?? "";
    if (expected !== undefined && word !== expected) return "";
    at = skipBlank(text, at + word.length);
    return word;
  }
}

/** Over blanks, line ends, semicolons and comments. */
function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code >= 9 && code <= 13) || code === 59) at++;
    else if (code === 47 && text.charCodeAt(at + 1) === 47) at = behind(text, "\n", at);
    else if (code === 47 && text.charCodeAt(at + 1) === 42) at = behind(text, "*/", at + 2);
    else return at;
  }
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
}

/** HCL text as tokens. Templates are one token each, whatever is nested in them; newlines are tokens. */

export interface HclToken {
  readonly kind: "name" | "number" | "text" | "heredoc" | "sign" | "newline" | "broken";
  readonly text: string;
  readonly from: number;
}

const PLAIN =
  /[ \t\r\uFEFF]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(\n)|([\p{L}_][\p{L}\p{N}_-]*)|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(==|!=|<=|>=|&&|\|\||=>|\.\.\.|[[\]{}()=,.:?*/%+\-<>!])/uy;
const NAME = 2;
const NUMBER = 3;
const SIGN = 4;
const HEREDOC = /<<-?([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/uy;
const DEPTH = 50;

/** Linear in the text. */
export function hclTokens(source: string): HclToken[] {
  const tokens: HclToken[] = [];
  let at = 0;
  while (at < source.length) {
    if (source[at] === '"') {
      const end = endOfTemplate(source, at + 1, 0);
      tokens.push({
        kind: end < 0 ? "broken" : "text",
        text: source.slice(at, end < 0 ? source.length : end),
        from: at,
      });
      at = end < 0 ? source.length : end;
      continue;
    }
    HEREDOC.lastIndex = at;
    const here = source.startsWith("<<", at) ? HEREDOC.exec(source) : null;
    if (here !== null) {
      const end = endOfHeredoc(source, HEREDOC.lastIndex, here[1] ?? "");
      tokens.push({ kind: "heredoc", text: source.slice(at, end), from: at });
      at = end;
      continue;
    }
    PLAIN.lastIndex = at;
    const match = PLAIN.exec(source);
    if (match === null) {
      tokens.push({ kind: "broken", text: source[at] ?? "", from: at });
      at++;
      continue;
    }
    const kind = kindOf(match);
    if (kind !== undefined) tokens.push({ kind, text: match[0], from: at });
    at = PLAIN.lastIndex;
  }
  return tokens;
}

function kindOf(match: RegExpExecArray): HclToken["kind"] | undefined {
  if (match[1] !== undefined) return "newline";
  if (match[NAME] !== undefined) return "name";
  if (match[NUMBER] !== undefined) return "number";
  return match[SIGN] === undefined ? undefined : "sign";
}

/** Behind the closing quote; negative where there is none. */
function endOfTemplate(source: string, from: number, depth: number): number {
  for (let at = from; at < source.length; at++) {
    const char = source[at];
    if (char === "\\") at++;
    else if (char === '"') return at + 1;
    else if (char === "\n" && depth === 0) return -1;
    else if ((char === "$" || char === "%") && source[at + 1] === "{") {
      // `$${` is no template.
      if (source[at - 1] === char) continue;
      const end = depth < DEPTH ? endOfPart(source, at + 2, depth + 1) : -1;
      if (end < 0) return -1;
      at = end - 1;
    }
  }
  return -1;
}

/** Behind the brace that closes `${`. */
function endOfPart(source: string, from: number, depth: number): number {
  let open = 1;
  for (let at = from; at < source.length; at++) {
    const char = source[at];
    if (char === "{") open++;
    else if (char === "}" && --open === 0) return at + 1;
    else if (char === '"') {
      const end = endOfTemplate(source, at + 1, depth);
      if (end < 0) return -1;
      at = end - 1;
    }
  }
  return -1;
}

/** The line that holds just the mark ends it. */
function endOfHeredoc(source: string, from: number, mark: string): number {
  for (let at = from; at < source.length;) {
    const newline = source.indexOf("\n", at);
    const end = newline < 0 ? source.length : newline;
    if (source.slice(at, end).trim() === mark) return end;
    at = end + 1;
  }
  return source.length;
}

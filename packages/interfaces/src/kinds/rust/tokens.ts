/** Rust text as tokens, comments left out. `>>` and `&&` are two tokens each: in types they always are. */

const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s+|r#*"[\s\S]*?"#*|[bc]?"(?:[^"\\]|\\[\s\S])*"|b?'(?:[^'\\\n]|\\[^\n]{1,9})'|'[A-Za-z_$#\d]\w*|[$#]\d+|(?:r#)?[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*|::|->|=>|\.\.\.|\.\.=?|==|!=|<=|[^\s]/gu;

export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (!/^(?:\s|\/\/|\/\*)/.test(token))
      tokens.push(token.startsWith("r#") && !token.includes('"') ? token.slice(2) : token);
  }
  return tokens;
}

export function isWord(token: string | undefined): boolean {
  return token !== undefined && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(token);
}

/** Joined without needless space, so that formatting is not seen. */
export function joinTokens(tokens: readonly string[]): string {
  let text = "";
  for (const token of tokens) {
    const gap = /[\p{L}\p{N}_]$/u.test(text) && /^[\p{L}\p{N}_'"#$]/u.test(token);
    text += gap ? ` ${token}` : token;
  }
  return text;
}

/** The index behind the bracket that closes the one at `open`; angle brackets count where `angles` is set. */
export function behindClosing(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    if (token === "<" || token === "(" || token === "[" || token === "{") depth++;
    else if (token === ">" || token === ")" || token === "]" || token === "}") depth--;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}

/** Between commas (or another token) outside of any bracket. */
export function splitTokens(tokens: readonly string[], at = ","): string[][] {
  const parts: string[][] = [];
  let part: string[] = [];
  for (let from = 0; from < tokens.length;) {
    const token = tokens[from] ?? "";
    if (token === at) {
      parts.push(part);
      part = [];
      from++;
      continue;
    }
    const end = /^[<([{]$/.test(token) ? behindClosing(tokens, from) : from + 1;
    part.push(...tokens.slice(from, end));
    from = end;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

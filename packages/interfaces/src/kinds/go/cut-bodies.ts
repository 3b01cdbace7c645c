/**
 * Go source without the bodies of its functions: they promise nothing and are four fifths of the text.
 *
 * Line ends stay, so that a declaration keeps its line. Whatever is no plain token ends the search for a
 * body where it is; the text then stays longer than it need be, and means the same.
 */

const NEWLINE = 10;
const QUOTE = 34;
const APOSTROPHE = 39;
const OPEN = 40;
const CLOSE = 41;
const SLASH = 47;
const STAR = 42;
const BACKSLASH = 92;
const BACKTICK = 96;
const BRACKET = 91;
const BRACKET_END = 93;
const BRACE = 123;
const BRACE_END = 125;

/** Linear in the text. */
export function cutBodies(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  let at = 0;
  let depth = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const behind = skipInert(text, at, code);
    if (behind > at) at = behind;
    else if (depth === 0 && isWordStart(code)) {
      const end = endOfWord(text, at);
      const open = text.slice(at, end) === "func" && isLineStart(text, at) ? bodyOf(text, end) : -1;
      at = end;
      if (open === -1) continue;
      const close = matching(text, open);
      parts.push(text.slice(kept, open + 1), lineEnds(text, open + 1, close));
      kept = close;
      at = close + 1;
    } else {
      if (code === OPEN || code === BRACE || code === BRACKET) depth++;
      else if (code === CLOSE || code === BRACE_END || code === BRACKET_END) depth = Math.max(0, depth - 1);
      at++;
    }
  }
  parts.push(text.slice(kept));
  return parts.join("");
}

/** Behind the comment, string or rune that begins here, else the same place. */
function skipInert(text: string, at: number, code: number): number {
  if (code === SLASH) {
    const next = text.charCodeAt(at + 1);
    if (next === SLASH) return orEnd(text, text.indexOf("\n", at));
    if (next === STAR) return orEnd(text, text.indexOf("*/", at + 2), 2);
    return at;
  }
  if (code === BACKTICK) return orEnd(text, text.indexOf("`", at + 1), 1);
  return code === QUOTE || code === APOSTROPHE ? endOfQuoted(text, at, code) : at;
}

function orEnd(text: string, found: number, width = 0): number {
  return found === -1 ? text.length : found + width;
}

function endOfQuoted(text: string, from: number, quote: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === quote) return at + 1;
    else if (code === NEWLINE) return at;
  }
  return text.length;
}

function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isWordStart(code) && !(code >= 48 && code <= 57)) break;
    at++;
  }
  return at;
}

function isLineStart(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return before.trim() === "" || /(?:;|\*\/)\s*$/.test(before);
}

/** The brace that opens the body behind a signature, or -1 for a function without one. */
function bodyOf(text: string, from: number): number {
  let depth = 0;
  let word = "";
  for (let at = from; at < text.length;) {
    const code = text.charCodeAt(at);
    const behind = code === SLASH || code === BACKTICK ? skipInert(text, at, code) : at;
    if (behind > at) {
      at = behind;
      continue;
    }
    if (isWordStart(code)) {
      const end = endOfWord(text, at);
      word = text.slice(at, end);
      at = end;
      continue;
    }
    if (code === BRACE) {
      if (depth === 0 && word !== "struct" && word !== "interface") return at;
      at = matching(text, at) + 1;
      word = "";
      continue;
    }
    if (code === OPEN || code === BRACKET) depth++;
    else if (code === CLOSE || code === BRACKET_END) depth--;
    else if (code === NEWLINE && depth === 0) return -1;
    if (code > 32) word = "";
    at++;
  }
  return -1;
}

/** The brace that closes the one at `open`, or the end. */
function matching(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length;) {
    const code = text.charCodeAt(at);
    const behind = skipInert(text, at, code);
    if (behind > at) {
      at = behind;
      continue;
    }
    if (code === BRACE) depth++;
    else if (code === BRACE_END && --depth === 0) return at;
    at++;
  }
  return text.length;
}

function lineEnds(text: string, from: number, to: number): string {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return "\n".repeat(count);
}

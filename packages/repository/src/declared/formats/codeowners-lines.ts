/** Lines of a CODEOWNERS file: what both dialects share. */
import { type DeclaredOwner, parseOwner } from "../owner.ts";

export interface OwnerLine {
  readonly line: number;
  readonly pattern: string;
  readonly tokens: readonly string[];
}

export interface Owners {
  readonly owners: readonly DeclaredOwner[];
  readonly invalid: readonly string[];
}

/** Splits a line at unescaped white space; a comment ends it. Undefined for blank lines. */
export function splitLine(text: string, line: number): OwnerLine | undefined {
  const words: string[] = [];
  for (const match of text.matchAll(/(?:\\.|[^\s\\])+|\\$/g)) {
    if (match[0].startsWith("#")) break;
    words.push(match[0]);
  }
  const [pattern, ...tokens] = words;
  return pattern === undefined ? undefined : { line, pattern: pattern.replace(/\\([ #])/g, "$1"), tokens };
}

export function readOwners(tokens: readonly string[]): Owners {
  const owners: DeclaredOwner[] = [];
  const invalid: string[] = [];
  for (const token of tokens) {
    const owner = parseOwner(token);
    if (owner === undefined) invalid.push(token);
    else owners.push(owner);
  }
  return { owners, invalid };
}

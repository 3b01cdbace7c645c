/** Tells before parsing whether a YAML text nests deeper than any manifest does. */
import { MAX_DEPTH } from "./node.ts";

/**
 * Each level costs the parser a stack frame, and a run of indicators costs it the square of its
 * length: brackets open at once, lines each indented further, and `- - -`, `&a &a`, `a: a: a:`.
 */
export function nestsTooDeep(source: string): boolean {
  return bracketDepth(source) > MAX_DEPTH || indentationDepth(source) > MAX_DEPTH || indicatorRun(source) > MAX_DEPTH;
}

function bracketDepth(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--;
  }
  return deepest;
}

function indentationDepth(source: string): number {
  const open: number[] = [];
  let deepest = 0;
  for (const line of source.split("\n")) {
    const indent = line.search(/[^ ]/);
    if (indent === -1) continue;
    while ((open.at(-1) ?? -1) >= indent) open.pop();
    open.push(indent);
    deepest = Math.max(deepest, open.length);
  }
  return deepest;
}

function indicatorRun(source: string): number {
  let run = 0;
  let longest = 0;
  for (const [token] of source.matchAll(/\S+/g)) {
    run = /^(?:[-?:]$|[&!*%])|:$/.test(token) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Declarations without what nobody outside can see: a change of it is no change of the interface. */
import type { Directive, Program, Statement } from "oxc-parser";

/**
 * Blanks private members, which would make a class differ from its own earlier version, and the words
 * `protected` and `abstract`, which have rules of their own. Offsets stay.
 */
export function blankPrivate(program: Program, text: string): string {
  const ranges: [number, number][] = [];
  for (const node of program.body) collectPrivate(node, text, ranges);
  let out = "";
  let last = 0;
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    out += text.slice(last, start) + text.slice(start, end).replace(/[^\n]/g, " ");
    last = end;
  }
  return out + text.slice(last);
}

function collectPrivate(node: Directive | Statement, text: string, ranges: [number, number][]): void {
  const inner =
    node.type === "ExportNamedDeclaration" || node.type === "ExportDefaultDeclaration" ? node.declaration : node;
  if (inner === null) return;
  if (inner.type === "TSModuleDeclaration") {
    if (inner.body != null) for (const item of inner.body.body) collectPrivate(item, text, ranges);
    return;
  }
  if (inner.type !== "ClassDeclaration") return;
  for (const item of inner.body.body) {
    if (item.type === "StaticBlock" || item.type === "TSIndexSignature") continue;
    const constructor = "kind" in item && item.kind === "constructor";
    if (!constructor && (item.accessibility === "private" || item.key.type === "PrivateIdentifier"))
      ranges.push([item.start, item.end]);
    else {
      const head = text.slice(item.start, item.key.start);
      for (const match of head.matchAll(/\b(?:protected|private|abstract)\b/g)) {
        const at = item.start + match.index;
        ranges.push([at, at + match[0].length]);
      }
    }
  }
}

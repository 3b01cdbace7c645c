/** The change to `product.yaml` that would make git agree with an edit, as a patch that `git apply` takes. */
import { CHARTER_FILE, editCharter } from "@freehold/model";

const CONTEXT = 3;

export interface CharterEdit {
  readonly field: string;
  readonly proposed: unknown;
}

/**
 * A unified diff from the charter's text to the one with the edits; empty where nothing differs. One hunk:
 * charters are short. Throws `RangeError` where the text is no charter.
 */
export function charterPatch(text: string, edits: readonly CharterEdit[], path: string = CHARTER_FILE): string {
  const edited = editCharter(text, Object.fromEntries(edits.map(({ field, proposed }) => [field, proposed])));
  const before = linesOf(text);
  const after = linesOf(edited);
  const start = sharedStart(before, after);
  if (start === before.length && start === after.length) return "";
  const end = sharedEnd(before, after, Math.min(before.length, after.length) - start);
  const first = Math.max(0, start - CONTEXT);
  const last = before.length - end;
  const lead = before.slice(first, start);
  const trail = before.slice(last, last + CONTEXT);
  const removed = before.slice(start, last);
  const added = after.slice(start, after.length - end);
  const around = lead.length + trail.length;
  return [
    `--- a/${path}`,
    `+++ b/${path}`,
    `@@ -${range(first, around + removed.length)} +${range(first, around + added.length)} @@`,
    ...lead.map((line) => ` ${line}`),
    ...removed.map((line) => `-${line}`),
    ...added.map((line) => `+${line}`),
    ...trail.map((line) => ` ${line}`),
    "",
  ].join("\n");
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function sharedStart(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared;
}

function sharedEnd(a: readonly string[], b: readonly string[], most: number): number {
  let shared = 0;
  while (shared < most && a[a.length - 1 - shared] === b[b.length - 1 - shared]) shared++;
  return shared;
}

/** Lines are counted from 1; an empty range names the line before it. */
function range(first: number, count: number): string {
  return `${count === 0 ? first : first + 1},${count}`;
}

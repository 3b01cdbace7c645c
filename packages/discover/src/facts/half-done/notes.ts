/**
 * Notes in comments that something is left to do: the words that editors and linters of every language show
 * (`TODO`, `FIXME`, `HACK`, `XXX`), in capitals, where a comment begins or before a colon or a name in brackets.
 * A sentence that only speaks of them is none.
 */
import { commentMarkers } from "@freehold/model";

const WORD = /\b(?:TODO|FIXME|HACK|XXX)\b/g;
/** After the word. */
const GOES_ON = /^(?:[:(]|\s|$)/;
const CALLS = /^\s?[:(]/;
/** Within a block comment. */
const CONTINUED = /^\s*\*+[\s@\-*]*$/;
const OPENED = /^[\s@\-*!/#[]*$/;
const MARK = /["'`]/g;

/** Whether the word at `at` of a line is such a note. `line` has no line feed. */
function isNote(line: string, at: number, word: string, markers: readonly string[]): boolean {
  const after = line.slice(at + word.length);
  if (!GOES_ON.test(after)) return false;
  const before = line.slice(0, at);
  if (CONTINUED.test(before)) return markers.includes("/*");
  for (const marker of markers) {
    const opened = before.indexOf(marker);
    if (opened < 0 || isQuoted(before.slice(0, opened))) continue;
    const between = before.slice(opened + marker.length);
    if (OPENED.test(between) || CALLS.test(after)) return true;
  }
  return false;
}

function isQuoted(before: string): boolean {
  return (before.match(MARK)?.length ?? 0) % 2 === 1;
}

/** Every note of a text, in order, as positions of their words. Linear, and next to nothing where there is none. */
export function notesIn(path: string, text: string): readonly number[] {
  const markers = commentMarkers(path);
  if (markers.length === 0) return [];
  const found: number[] = [];
  // The line that the last word was in, which is looked for once: a line may be all such words.
  let [start, end] = [0, -1];
  let isDone = false;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (index >= end) {
      start = text.lastIndexOf("\n", index) + 1;
      const ended = text.indexOf("\n", index);
      end = ended < 0 ? text.length : ended;
      // Longer lines are data.
      isDone = end - start > 1000;
    }
    if (isDone || !isNote(text.slice(start, end), index - start, word, markers)) continue;
    // One line is one note.
    isDone = true;
    found.push(index);
  }
  return found;
}

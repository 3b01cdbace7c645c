/** What one text says of work that is not finished, kept by content. */
import { notesIn } from "./notes.ts";
import { switchedOffIn } from "./switched-off.ts";

/** Raised when the same text gives another answer. */
export const HALF_DONE_VERSION = 2;

/** Line and what stands there. */
export type Place = readonly [line: number, text: string];

export interface HalfDoneText {
  readonly notes: readonly Place[];
  readonly off: readonly Place[];
}

const LONGEST = 120;
/** More of one kind in one file come from a machine. */
const MOST = 200;

/** Undefined where there is nothing of it, as in most texts. */
export function halfDoneText(path: string, text: string): HalfDoneText | undefined {
  const notes = notesIn(path, text);
  const off = switchedOffIn(path, text);
  return notes.length === 0 && off.length === 0 ? undefined : { notes: placed(text, notes), off: placed(text, off) };
}

function placed(text: string, positions: readonly number[]): Place[] {
  let line = 1;
  let counted = 0;
  return positions.slice(0, MOST).map((at) => {
    for (let feed = text.indexOf("\n", counted); feed >= 0 && feed < at; feed = text.indexOf("\n", counted)) {
      line++;
      counted = feed + 1;
    }
    const end = text.indexOf("\n", at);
    const said = text.slice(text.lastIndexOf("\n", at - 1) + 1, end < 0 ? text.length : end);
    return [line, said.trim().slice(0, LONGEST)];
  });
}

/** The status of a record of a decision, in the forms that its templates have. */
import type { PlacedText } from "@freehold/model";

/** `Status: Proposed`, `* **Status**: Proposed`, `| Status | Proposed |`, or `status: proposed` of a head in YAML. */
const INLINE = /^\s*(?:[-*+|>]\s*)?[*_]{0,2}status[*_]{0,2}\s*(?:[:|])\s*[*_]{0,2}\s*[[(]?([a-z][a-z -]{2,30})/i;
const HEADING = /^#{1,4}\s+status\s*$/i;
const WORD = /^\s*(?:[-*+>]\s*)?[*_]{0,2}([a-z][a-z -]{2,30})/i;

/** Templates have it near the top. */
const LINES = 60;

export function statusOf(text: string): PlacedText | undefined {
  const lines = text.split("\n", LINES);
  for (const [index, line] of lines.entries()) {
    const inline = INLINE.exec(line);
    if (inline?.[1] !== undefined) return { text: plain(inline[1]), line: index + 1 };
    if (!HEADING.test(line)) continue;
    const next = lines.findIndex((one, place) => place > index && one.trim() !== "");
    const word = WORD.exec(lines[next] ?? "");
    if (word?.[1] !== undefined) return { text: plain(word[1]), line: next + 1 };
  }
  return undefined;
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

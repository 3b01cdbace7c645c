/** Where a document says of what else it is a fork, a port or a replacement: the alternative, and mostly the reason. */
import type { PlacedText } from "@freehold/model";

const KIN =
  /\b(?:(?:hard |friendly |maintained )?fork of|forked from|ports? of|ported from|(?:drop-in )?replacement (?:for|of)|(?:faster|smaller|simpler|lighter|lightweight|modern|better|typed|open[- ]source) alternative to|alternative to|successor (?:of|to)|inspired by)\b/i;

/** Introductions are short; further down it is mostly something else that is forked. */
const LINES = 40;
const SHOWN = 200;

export function kinOf(text: string): PlacedText | undefined {
  const lines = text.split("\n", LINES);
  const fence = lines.findIndex((line) => /^\s*(?:```|~~~)/.test(line));
  const prose = fence === -1 ? lines : lines.slice(0, fence);
  const index = prose.findIndex((line) => KIN.test(line));
  const line = prose[index];
  return line === undefined ? undefined : { text: line.trim().slice(0, SHOWN), line: index + 1 };
}

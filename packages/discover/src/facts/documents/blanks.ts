/** Places that a template left to be filled in and nobody did. */
import type { PlacedText } from "@freehold/model";

const BLANK =
  /\[(?:INSERT|YOUR|ADD|ENTER|FILL IN|REPLACE)[ _-][^\]\n]{1,60}\](?!\()|<(?:INSERT|YOUR|ADD)[ _-][^>\n]{1,40}>|\b(?:your[-_ ]?(?:email|name|project|company|org)@?|example)@(?:example|your[-_]?(?:domain|company))\.\w+|\blorem ipsum\b|\bTODO\b[:\s]+(?:write|describe|add|fill|document)\b[^\n]{0,60}|\bproject[-_ ]title\b(?=\s*$)/gim;
const MOST = 10;

/** Code is left out: what a command asks its reader to fill in is meant so. */
export function blanksOf(text: string): PlacedText[] {
  const found: PlacedText[] = [];
  let fenced = false;
  for (const [index, line] of text.slice(0, 200_000).split("\n").entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    if (fenced || /^ {4}/.test(line) || line.length > 5000) continue;
    const prose = line.replace(/`[^`]{0,300}`/g, "");
    for (const match of prose.matchAll(BLANK)) found.push({ text: match[0].slice(0, 80), line: index + 1 });
    if (found.length >= MOST) break;
  }
  return found.slice(0, MOST);
}

/** What a standard would change, as text: how many products fall, which, and by which checks. */
import type { StandardPreview } from "@freehold/model";
import { styled, type Terminal } from "../../terminal.ts";
import { scoreText } from "./score.ts";

type Change = StandardPreview["changes"][number];

const FIRST = 20;

export function previewText(preview: StandardPreview, options: { readonly terminal: Terminal; readonly all: boolean }) {
  const { standard, against, products, changes } = preview;
  const of = (direction: Change["direction"]) => changes.filter((change) => change.direction === direction);
  const falls = of("falls");
  const rises = of("rises");
  const head = `${standard.name} ${standard.version} against ${against.name} ${against.version}, on ${counted(products)}: ${counted(falls.length)} would fall, ${rises.length} would rise.\n`;
  return (
    head +
    list("Would fall", falls, options) +
    list("Would rise", rises, options) +
    list("Same score, other checks", of("same"), options)
  );
}

function list(
  title: string,
  changes: readonly Change[],
  { terminal, all }: { terminal: Terminal; all: boolean },
): string {
  if (changes.length === 0) return "";
  const shown = all ? changes : changes.slice(0, FIRST);
  const more = changes.length - shown.length;
  const rest = more > 0 ? `  and ${more} more; --all lists them\n` : "";
  return `\n${styled(terminal, "bold", title)}\n${shown.map(changeText).join("")}${rest}`;
}

function changeText({ slug, before, after, failing, mended }: Change): string {
  const lines = [
    `  ${slug}  ${scoreText(before)} → ${scoreText(after)}\n`,
    ...failing.map(({ check, detail }) => `      ✗ ${check}: ${detail}\n`),
    ...mended.map((check) => `      ✓ ${check} no longer fails\n`),
  ];
  return lines.join("");
}

function counted(count: number): string {
  return count === 1 ? "1 product" : `${count} products`;
}

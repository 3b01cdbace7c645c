/** The plan as a document to commit beside the code, with a box to tick for each step. */
import type { Consult, Cut, CutElement, PlanStep } from "@freehold/model";

export interface ExtractionParts {
  readonly name: string;
  readonly cut: Cut;
  readonly consult: readonly Consult[];
  readonly plan: readonly PlanStep[];
}

const ROWS = 40;

export function extractionText({ name, cut, consult, plan }: ExtractionParts): string {
  return [
    `# How ${name} becomes a product of its own`,
    "",
    `Drafted by \`freehold start\` from the imports and the history. ${cut.files} files in ${cut.folders.join(", ")}; ` +
      `${Math.round(cut.cohesion * 100)} % of the imports at them stay inside. Remove this file when the last box is ticked.`,
    "",
    "## Steps, each a commit",
    "",
    ...plan.map(({ title, why, files }) => `- [ ] **${title}.** ${why}${filesOf(files)}`),
    "",
    "## Who to ask",
    "",
    ...(consult.length === 0
      ? ["Nobody is known: neither a file nor the history tells."]
      : consult.map(({ name: who, why }) => `- ${who}: ${why}`)),
    "",
    "## What the rest uses of it",
    "",
    ...table(cut.promised, "Nothing: it can be cut off as it is."),
    "",
    "## What it needs of the rest",
    "",
    ...table(cut.needed, "Nothing."),
    "",
  ].join("\n");
}

function filesOf(files: readonly string[]): string {
  return files.length === 0 ? "" : ` (${files.map((path) => `\`${path}\``).join(", ")})`;
}

function table(elements: readonly CutElement[], none: string): string[] {
  if (elements.length === 0) return [none];
  const more = elements.length - ROWS;
  return [
    "| name | in | uses | for example |",
    "|---|---|---|---|",
    ...elements.slice(0, ROWS).map(({ symbol, path, uses, places }) => {
      const [first] = places;
      return `| \`${symbol}\` | \`${path}\` | ${uses} | ${first === undefined ? "" : `\`${first.path}:${first.line}\``} |`;
    }),
    ...(more > 0 ? [``, `and ${more} more`] : []),
  ];
}

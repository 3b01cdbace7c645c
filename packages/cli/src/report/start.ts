/** How a product begins, as text: what exists, the cut, who to ask, the plan, and the drafts. */
import type { Cut, CutElement, Start } from "@freehold/model";
import { styled, type Terminal } from "../terminal.ts";
import { type Column, table } from "./table.ts";

const ROWS = 12;

export function startText(start: Start, written: readonly string[], terminal: Terminal): string {
  const { cut, consult, plan, similar, files, questions } = start;
  const bold = (text: string) => styled(terminal, "bold", text);
  const dim = (text: string) => styled(terminal, "dim", text);
  const sections = [
    cut === undefined ? bold(start.name) + "\n" : cutText(start.name, cut, bold),
    similar.length === 0
      ? ""
      : `${bold("It may exist already")}  ${dim("use the best, or make it better")}\n${similar.map(({ slug, mission, words }) => `  ${slug}${mission === undefined ? "" : `: ${mission}`}  ${dim(`(${words.join(", ")})`)}\n`).join("")}`,
    consult.length === 0
      ? ""
      : `${bold("Who to ask")}\n${consult.map(({ name, why }) => `  ${name}: ${why}\n`).join("")}`,
    `${bold("Plan")}  ${dim("each step is a commit")}\n${plan.map(({ title, why, files: at }, index) => `  ${index + 1}. ${title}\n     ${why}\n${at.length === 0 ? "" : `     ${dim(at.slice(0, 4).join(", ") + (at.length > 4 ? ` and ${at.length - 4} more` : ""))}\n`}`).join("")}`,
    `${bold(written.length > 0 ? "Written" : "Drafts")}  ${dim(written.length > 0 ? "review them, then commit" : "nothing is written yet; --write does, --json shows them")}\n${(written.length > 0 ? written : files.map(({ path }) => path)).map((path) => `  ${path}\n`).join("")}`,
    questions.length === 0
      ? ""
      : `${bold("Questions marked in them")}\n${questions.map((question) => `  ${question}\n`).join("")}`,
  ];
  return sections.filter((text) => text !== "").join("\n");
}

function cutText(name: string, cut: Cut, bold: (text: string) => string): string {
  const { files, folders, cohesion, promised, needed, cycles, packages } = cut;
  const head = `${bold(name)}  ${files} files in ${folders.join(", ")}; ${Math.round(cohesion * 100)} % of the imports at them stay inside\n`;
  return [
    head,
    `${bold(`The rest uses of it (${promised.length})`)}\n${elements(promised, "Nothing: it can be cut off as it is.")}`,
    `${bold(`It needs of the rest (${needed.length})`)}\n${elements(needed, "Nothing.")}`,
    cycles.length === 0
      ? ""
      : `${bold(`Cycles (${cycles.length})`)}\n${cycles
          .slice(0, ROWS)
          .map(({ path, uses, usedBy }) => `  ${path} uses it (${uses}) and is used by it (${usedBy})\n`)
          .join("")}${more(cycles.length)}`,
    packages.length === 0
      ? ""
      : `${bold(`Packages (${packages.length})`)}\n  ${packages.map(({ id }) => id).join(", ")}\n`,
  ]
    .filter((text) => text !== "")
    .join("\n");
}

const COLUMNS: readonly Column[] = [
  { title: "name", most: 36 },
  { title: "in", most: 52 },
  { title: "uses", align: "right" },
  { title: "for example", most: 60 },
];

function elements(list: readonly CutElement[], none: string): string {
  if (list.length === 0) return `  ${none}\n`;
  const rows = list.slice(0, ROWS).map(({ symbol, path, uses, places, typeOnly, testOnly }) => {
    const [first] = places;
    const notes = [typeOnly ? "types" : "", testOnly ? "tests only" : ""].filter((note) => note !== "").join(", ");
    const name = symbol === "*" ? "the whole module" : symbol;
    return [
      `${name}${notes === "" ? "" : ` (${notes})`}`,
      path,
      String(uses),
      first === undefined ? "" : `${first.path}:${first.line}`,
    ];
  });
  return table(COLUMNS, rows) + more(list.length);
}

function more(count: number): string {
  return count > ROWS ? `  and ${count - ROWS} more; --json lists them\n` : "";
}

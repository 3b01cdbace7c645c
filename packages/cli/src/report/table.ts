/** Rows of text in columns without borders, cut to the width of the terminal. */
import Table from "cli-table3";

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Widest it may get; longer text ends in an ellipsis. */
  readonly most?: number;
}

const NO_BORDERS = Object.fromEntries(
  ["top", "bottom", "left", "mid", "right"].flatMap((place) =>
    ["", "-mid", "-left", "-right"].map((side) => [`${place}${side}`, ""]),
  ),
);

/** The table as lines, each ending in a line break; titles first. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const view = new Table({
    head: columns.map((column) => column.title),
    colAligns: columns.map((column) => column.align ?? "left"),
    chars: { ...NO_BORDERS, middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const row of rows) view.push(row.map((cell, index) => cut(cell, columns[index]?.most ?? Infinity)));
  return view
    .toString()
    .split("\n")
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}

function cut(text: string, most: number): string {
  const oneLine = text.replaceAll(/\s+/g, " ");
  return oneLine.length <= most ? oneLine : `${oneLine.slice(0, most - 1)}…`;
}

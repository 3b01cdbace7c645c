/** Rows in groups that fit one statement, and the text of their values. */
import type { Engine } from "./engine.ts";

/** Beyond this a statement gets no faster, only larger to prepare; over a socket the round trip weighs more. */
const MOST_ROWS = { sqlite: 64, postgres: 1024 };

/** Groups are powers of two, so that few different statements are prepared for however many rows. */
export function* rowGroups<T>(
  { kind, maxParameters }: Pick<Engine, "kind" | "maxParameters">,
  rows: readonly T[],
  width: number,
): Generator<readonly T[]> {
  const most = Math.min(MOST_ROWS[kind], 2 ** Math.floor(Math.log2(maxParameters / width)));
  for (let start = 0, size = 0; start < rows.length; start += size) {
    const left = rows.length - start;
    size = left >= most ? most : 2 ** Math.floor(Math.log2(left));
    yield rows.slice(start, start + size);
  }
}

/** `(?, ?), (?, ?)`; `cast` says the type of every value, where PostgreSQL can't see it from a column. */
export function valueList(kind: Engine["kind"], rows: number, width: number, cast?: string): string {
  const mark = (place: number) => (kind === "sqlite" ? "?" : `$${place + 1}`);
  const typed = (place: number) => (cast === undefined ? mark(place) : `cast(${mark(place)} as ${cast})`);
  const row = (number: number) =>
    Array.from({ length: width }, (_, column) => typed(number * width + column)).join(", ");
  return Array.from({ length: rows }, (_, number) => `(${row(number)})`).join(", ");
}

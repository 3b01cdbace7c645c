/** One statement for many rows, as its engine likes it best. */
import { CompiledQuery } from "kysely";
import type { Scope } from "../scope.ts";
import type { Engine } from "./engine.ts";

/** Over a socket the round trip weighs more than the statement; beyond this it only gets larger to prepare. */
const MOST_ROWS = 1024;

/** The text for so many rows, each of as many parameters as the first. */
type TextFor = (rows: number) => string;

/** Runs a statement for all rows in the scope's transaction; returns what it returned. SQLite asks for one row at a time. */
export async function runMany<Returned = never>(
  { db, engine }: Scope,
  rows: readonly (readonly unknown[])[],
  textFor: TextFor,
): Promise<Returned[]> {
  const [first] = rows;
  if (first === undefined) return [];
  if ("each" in engine.many) return engine.many.each(db, textFor(1), rows) as Returned[];
  const returned: Returned[] = [];
  for (const some of rowGroups(engine.many.maxParameters, rows, first.length)) {
    const result = await db.executeQuery<Returned>(CompiledQuery.raw(textFor(some.length), some.flat()));
    for (const row of result.rows) returned.push(row);
  }
  return returned;
}

/** Groups are powers of two, so that few different statements are prepared for however many rows. */
function* rowGroups<T>(maxParameters: number, rows: readonly T[], width: number): Generator<readonly T[]> {
  const most = Math.min(MOST_ROWS, 2 ** Math.floor(Math.log2(maxParameters / width)));
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

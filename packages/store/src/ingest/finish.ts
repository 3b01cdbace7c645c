/** From what changed to what follows: the join, edges, figures, cube, search. */
import type { Revision } from "../revisions.ts";
import { portions } from "./chunks.ts";
import { countProducts } from "./counters.ts";
import { CELL_COLUMNS, cellOf, moveCells } from "./cube.ts";
import { rebuildEdges } from "./edges.ts";
import { resolveConsumes } from "./resolve.ts";
import { writeTexts } from "../text/write-text.ts";
import type { Session } from "./session.ts";
import { queueReach } from "./reach-queue.ts";

/**
 * `affected`: products whose units or findings changed. `reassigned`: units that went from one product to
 * another. Returns how many products were counted again.
 */
export async function finishJoin(
  session: Session,
  affected: Iterable<number>,
  reassigned: Iterable<number>,
): Promise<number> {
  const { revision, changedUnits } = session;
  const others = await resolveConsumes(revision, session.changedIdentifiers);
  const sources = new Set(affected);
  await addProductsOf(revision, [...changedUnits, ...others], sources);
  await addConsumersOf(revision, reassigned, sources);
  for (const key of session.touched.keys()) sources.add(key);
  const cells = await cellsBefore(session, sources);
  const { reached } = await rebuildEdges(revision, sources);
  await countProducts(revision, sources);
  await moveTo(revision, cells);
  await queueReach(revision, reached);
  await writeTexts(revision, session.texts, session.fresh);
  return sources.size;
}

async function addProductsOf({ db }: Revision, units: Iterable<number>, products: Set<number>): Promise<void> {
  for (const some of portions(units)) {
    const rows = await db.selectFrom("unit").select("product").where("key", "in", some).execute();
    for (const { product } of rows) if (product !== null) products.add(product);
  }
}

/** Products that get something from these units: their edges move with the units. */
async function addConsumersOf({ db }: Revision, units: Iterable<number>, products: Set<number>): Promise<void> {
  for (const some of portions(units)) {
    const rows = await db
      .selectFrom("provide")
      .innerJoin("consume", "consume.identifier", "provide.identifier")
      .innerJoin("unit", "unit.key", "consume.unit")
      .select("unit.product")
      .distinct()
      .where("provide.unit", "in", some)
      .whereRef("consume.provider", "=", "provide.unit")
      .execute();
    for (const { product } of rows) if (product !== null) products.add(product);
  }
}

/** Where products were counted before; those that the session touched have noted it, the others are as they were. */
async function cellsBefore(session: Session, keys: Iterable<number>): Promise<Map<number, string | undefined>> {
  const cells = new Map(session.touched);
  for (const some of portions([...keys].filter((key) => !cells.has(key)))) {
    const rows = await session.revision.db
      .selectFrom("product")
      .select(["key", ...CELL_COLUMNS])
      .where("key", "in", some)
      .execute();
    for (const row of rows) cells.set(row.key, cellOf(row));
  }
  return cells;
}

async function moveTo(revision: Revision, before: ReadonlyMap<number, string | undefined>): Promise<void> {
  const moves: [string | undefined, string | undefined][] = [];
  for (const some of portions(before.keys())) {
    const rows = await revision.db
      .selectFrom("product")
      .select(["key", ...CELL_COLUMNS])
      .where("key", "in", some)
      .execute();
    for (const row of rows) moves.push([before.get(row.key), cellOf(row)]);
  }
  await moveCells(revision, moves);
}

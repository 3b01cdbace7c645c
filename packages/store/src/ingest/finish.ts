/** From what changed to what follows: the join, edges, figures, cube, search. */
import type { Revision } from "../revisions.ts";
import { portions } from "./chunks.ts";
import { countProducts } from "./counters.ts";
import { queueAssessments } from "../assessed/queue.ts";
import { cellsOfProducts, moveCells } from "./cube.ts";
import { rebuildEdges } from "./edges.ts";
import { resolveConsumes } from "./resolve.ts";
import { writeTexts } from "../text/write-text.ts";
import type { Session } from "./session.ts";
import { queueReach } from "./reach-queue.ts";
import { countRoles } from "./roles.ts";
import { shiftReach } from "../queries/graph/shift-reach.ts";

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
  const others = await resolveConsumes(session);
  const sources = new Set(affected);
  // In a first ingest every product is touched.
  if (!session.isFirst) await addProductsOf(revision, [...changedUnits, ...others], sources);
  await addConsumersOf(revision, reassigned, sources);
  for (const key of session.touched.keys()) sources.add(key);
  const cells = await cellsBefore(session, sources);
  const { flips, dependents } = await rebuildEdges(revision, sources, session.isFirst);
  const flipped = await countProducts(revision, sources, dependents);
  for (const [key, cell] of flipped) if (!cells.has(key)) cells.set(key, cell);
  await moveTo(revision, cells);
  await countRoles(session);
  const reached = new Set(flips.map(({ target }) => target));
  if (!(await shiftReach(revision, flips))) await queueReach(revision, reached);
  await queueAssessments(revision, new Set([...sources, ...reached, ...session.assess]));
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
  const { revision, touched } = session;
  const others = await cellsOfProducts(
    revision,
    [...keys].filter((key) => !touched.has(key)),
  );
  return new Map([...touched, ...others]);
}

async function moveTo(revision: Revision, before: ReadonlyMap<number, string | undefined>): Promise<void> {
  const after = await cellsOfProducts(revision, before.keys());
  await moveCells(
    revision,
    [...before].map(([key, cell]) => [cell, after.get(key)] as const),
  );
}

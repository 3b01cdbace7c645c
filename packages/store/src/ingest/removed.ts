/** What the repositories of a snapshot had and it does not name: units go, products retire but keep their id. */
import { sql } from "kysely";
import type { Scope } from "../scope.ts";
import { portions } from "./chunks.ts";
import { CELL_COLUMNS, cellOf } from "./cube.ts";
import { keepProductHistory } from "./product-history.ts";
import type { Session } from "./session.ts";
import { keepUnitHistory } from "./unit-history.ts";

/** Returns the products that lost a unit. */
export async function removeUnits(session: Session): Promise<Set<number>> {
  const { revision, changedIdentifiers } = session;
  const losers = new Set<number>();
  const named = new Set(session.units.values());
  const gone: number[] = [];
  for (const repositories of portions(session.knownRepositories, 50)) {
    const rows = await revision.db
      .selectFrom("unit")
      .select(["key", "product"])
      .where("repository", "in", repositories)
      .execute();
    for (const { key, product } of rows) {
      if (named.has(key)) continue;
      gone.push(key);
      if (product !== null) losers.add(product);
    }
  }
  await keepUnitHistory(revision, gone);
  for (const some of portions(gone)) {
    const provided = await revision.db.selectFrom("provide").select("identifier").where("unit", "in", some).execute();
    for (const { identifier } of provided) changedIdentifiers.add(identifier);
    for (const table of ["provide", "consume", "interface"] as const) {
      await revision.db.deleteFrom(table).where("unit", "in", some).execute();
    }
    await revision.db.deleteFrom("unit").where("key", "in", some).execute();
  }
  return losers;
}

/** Products of these repositories that no snapshot names any more. */
export async function retireProducts(session: Session): Promise<void> {
  const { revision } = session;
  const named = new Set(session.products.values());
  const repositories = new Set(session.repositories.values());
  const left = new Set<number>();
  for (const some of portions(session.knownRepositories, 50)) {
    const rows = await revision.db
      .selectFrom("product_repository")
      .select("product")
      .where("repository", "in", some)
      .execute();
    for (const { product } of rows) if (!named.has(product)) left.add(product);
  }
  for (const some of portions(left)) await retire(session, some, repositories);
}

async function retire(session: Session, keys: readonly number[], repositories: ReadonlySet<number>): Promise<void> {
  const { revision } = session;
  const others = await elsewhere(revision, keys, repositories);
  const found = await revision.db
    .selectFrom("product")
    .select(["key", "id", "hash", ...CELL_COLUMNS])
    .where(
      "key",
      "in",
      keys.filter((key) => !others.has(key)),
    )
    .where("listed", "=", sql.lit(1 as const))
    .execute();
  const rows = found.filter(({ hash }) => hash.length > 0);
  await keepProductHistory(
    revision,
    rows.map(({ key }) => key),
  );
  for (const some of portions(rows)) {
    await revision.db
      .updateTable("product")
      .set({ listed: 0, gone: "retired", since: revision.number, version: sql`version + 1` })
      .where(
        "key",
        "in",
        some.map(({ key }) => key),
      )
      .execute();
  }
  await noteHolders(
    session,
    rows.map(({ key }) => key),
  );
  for (const row of rows) {
    if (!session.touched.has(row.key)) session.touched.set(row.key, cellOf(row));
    session.texts.add(row.key);
  }
  await revision.record(rows.map(({ key, id }) => ({ kind: "product", subject: id, product: key, action: "retired" })));
}

/** They hold one product less. */
async function noteHolders({ revision, holders }: Session, products: readonly number[]): Promise<void> {
  if (products.length === 0) return;
  const rows = await revision.db.selectFrom("role").select("person").where("product", "in", products).execute();
  for (const { person } of rows) holders.set(person, holders.get(person) ?? { name: person, kind: "person" });
}

/** Those that another repository, of which the snapshot does not speak, still has. */
async function elsewhere(
  scope: Scope,
  keys: readonly number[],
  repositories: ReadonlySet<number>,
): Promise<Set<number>> {
  const rows = await scope.db
    .selectFrom("product_repository")
    .select(["product", "repository"])
    .where("product", "in", keys)
    .execute();
  return new Set(rows.filter(({ repository }) => !repositories.has(repository)).map(({ product }) => product));
}

/**
 * Some products with all that touches them, as a snapshot: the products asked for with everything the store
 * knows of them, and their direct neighbours with just the units that meet them. Whoever can judge a snapshot
 * (its checks, its interfaces, what uses what) can thereby judge a part of a portfolio, at the cost of that
 * part. Corrections are laid over what snapshots said.
 */
import { SNAPSHOT_FORMAT, SNAPSHOT_VERSION } from "@freehold/model";
import type {
  Element,
  Person,
  Product,
  ProductFacts,
  Problem,
  RepositoryFacts,
  RepositoryInfo,
  Snapshot,
  Unit,
  Violation,
} from "@freehold/model";
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import { portions } from "../ingest/chunks.ts";
import { readDocuments } from "../documents.ts";
import { unpack } from "../packed.ts";
import type { Scope } from "../scope.ts";
import { countProducts } from "./count-products.ts";
import { corrected, type CorrectedColumns, CORRECTED_COLUMNS } from "./corrected.ts";
import { locateProduct } from "./find-product.ts";
import { LISTED } from "./product-row.ts";

export interface Surroundings {
  readonly snapshot: Snapshot;
  /** Ids of the products that were asked for. */
  readonly products: readonly string[];
  /** How many rely on each of them, in the whole portfolio. */
  readonly reach: ReadonlyMap<string, number>;
  /** It is the only product of the portfolio: nothing could rely on it. */
  readonly alone: boolean;
  /** There are more neighbours than were looked at. */
  readonly cut: boolean;
}

/** Neighbours in each direction. */
const MOST_NEIGHBOURS = 1000;

/** Of one product, by any of its names; undefined where there is none. */
export async function surroundingsOf(scope: Scope, name: string): Promise<Surroundings | undefined> {
  const located = await locateProduct(scope, name);
  return located === undefined ? undefined : await around(scope, [located.key]);
}

/** Of all products whose main repository it is, by its key. */
export async function surroundingsOfRepository(scope: Scope, repository: number): Promise<Surroundings> {
  const rows = await scope.db
    .selectFrom("product")
    .select("key")
    .where("repository", "=", repository)
    .where("listed", "=", LISTED)
    .execute();
  return await around(
    scope,
    rows.map(({ key }) => key),
  );
}

async function around(scope: Scope, focus: readonly number[]): Promise<Surroundings> {
  const units = await unitsOfProducts(scope, focus);
  const met = await neighbourUnits(scope, [...units.keys()]);
  const all = new Map([...units, ...met.units]);
  const relatives = await relativesOf(scope, focus);
  const products = await productsWith(scope, [...focus, ...relatives, ...met.products], all);
  const asked = new Set(focus);
  const focused = products.filter(({ key }) => asked.has(key));
  const named = new Set(focused.flatMap(({ product }) => product.repositories));
  const ids = new Set(focused.map(({ product }) => product.id));
  const repositories = await repositoriesOf(scope, products, all);
  const homes = repositories.filter(({ id }) => named.has(id));
  const facts = await factsOf(
    scope,
    products.map(({ key }) => key),
  );
  const repositoryFacts = await repositoryFactsOf(
    scope,
    homes.map(({ key }) => key),
  );
  const total = await countProducts(scope, { hidden: false });
  return {
    snapshot: {
      format: SNAPSHOT_FORMAT,
      version: SNAPSHOT_VERSION,
      generator: { name: "freehold", version: "store" },
      createdAt: new Date(Math.max(0, ...repositories.map(({ at }) => at))).toISOString(),
      repositories: repositories.map(({ info }) => info),
      units: [...all.values()],
      people: await peopleOf(
        scope,
        focused.map(({ product }) => product),
      ),
      products: products.map(({ product }) => product),
      ...(facts.length === 0 ? {} : { productFacts: facts }),
      ...(repositoryFacts.length === 0 ? {} : { repositoryFacts }),
      violations: (await violationsOf(scope, products)).filter(
        ({ from, to }) => ids.has(from) || (to !== undefined && ids.has(to)),
      ),
      problems: await problemsOf(scope, focus),
    },
    products: [...ids],
    reach: new Map(products.map(({ product, reach }) => [product.id, reach])),
    alone: total < 2,
    cut: met.cut,
  };
}

/** With what they promise. */
async function unitsOfProducts({ db }: Scope, products: readonly number[]): Promise<Map<number, Unit>> {
  const units = new Map<number, Unit>();
  for await (const some of inTurn(products)) {
    const rows = await db.selectFrom("unit").select(["key", "doc"]).where("product", "in", some).execute();
    const docs = await readDocuments<Unit>(
      { db },
      rows.map(({ doc }) => doc),
    );
    for (const [at, unit] of docs.entries()) units.set(rows[at]?.key ?? 0, unit);
  }
  for await (const some of inTurn([...units.keys()])) {
    const rows = await db
      .selectFrom("interface")
      .select(["unit", "id", "kind", "doc"])
      .where("unit", "in", some)
      .orderBy("unit")
      .orderBy("id")
      .execute();
    for (const [key, found] of Map.groupBy(rows, ({ unit }) => unit)) {
      const unit = units.get(key);
      if (unit === undefined) continue;
      const interfaces = found.map(({ id, kind, doc }) => ({ id, kind, elements: unpack(doc) as Element[] }));
      units.set(key, { ...unit, interfaces });
    }
  }
  return units;
}

interface Met {
  readonly units: ReadonlyMap<number, Unit>;
  readonly products: readonly number[];
  readonly cut: boolean;
}

/** Units of others that provide what these consume, or consume what these provide; only with what meets them. */
async function neighbourUnits(scope: Scope, own: readonly number[]): Promise<Met> {
  const inside = new Set(own);
  const providers = new Set<number>();
  const uses = new Map<number, Set<string>>();
  let cut = false;
  for await (const some of inTurn(own)) {
    const used = await scope.db
      .selectFrom("consume")
      .select("provider")
      .distinct()
      .where("unit", "in", some)
      .where("provider", "is not", null)
      .limit(MOST_NEIGHBOURS * 4)
      .execute();
    for (const { provider } of used) if (provider !== null && !inside.has(provider)) providers.add(provider);
    const { rows } = await sql<{ unit: number; value: string }>`
      select c.unit, i.value from provide p
        join consume c on c.org = p.org and c.identifier = p.identifier and c.provider = p.unit
        join identifier i on i.key = c.identifier and i.org = p.org
      where p.org = ${scope.org} and p.unit in (${sql.join(some)})
      limit ${MOST_NEIGHBOURS * 4}`.execute(scope.db);
    cut ||= rows.length >= MOST_NEIGHBOURS * 4;
    for (const { unit, value } of rows) {
      if (!inside.has(unit)) uses.set(unit, (uses.get(unit) ?? new Set<string>()).add(value));
    }
  }
  const units = new Map<number, Unit>();
  const products = new Set<number>();
  for await (const some of inTurn(new Set([...providers, ...uses.keys()]))) {
    const rows = await scope.db.selectFrom("unit").select(["key", "doc", "product"]).where("key", "in", some).execute();
    const docs = await readDocuments<Unit>(
      scope,
      rows.map(({ doc }) => doc),
    );
    for (const [at, { key, product }] of rows.entries()) {
      const unit = docs[at];
      if (unit === undefined) continue;
      const wanted = uses.get(key);
      units.set(key, { ...unit, consumes: unit.consumes.filter(({ id }) => wanted?.has(id) === true) });
      if (product !== null) products.add(product);
    }
  }
  return { units, products: [...products], cut };
}

/** Parts, and what they are part of. */
async function relativesOf({ db }: Scope, focus: readonly number[]): Promise<number[]> {
  const found: number[] = [];
  for await (const some of inTurn(focus)) {
    const own = await db.selectFrom("product").select(["id", "part_of"]).where("key", "in", some).execute();
    const ids = own.map(({ id }) => id);
    const parents = own.flatMap(({ part_of }) => part_of ?? []);
    for (const [column, wanted] of [["part_of", ids] as const, ["id", parents] as const]) {
      if (wanted.length === 0) continue;
      const rows = await db
        .selectFrom("product")
        .select("key")
        .where("listed", "=", LISTED)
        .where(column, "in", wanted)
        .limit(MOST_NEIGHBOURS)
        .execute();
      for (const { key } of rows) found.push(key);
    }
  }
  return found;
}

interface Around {
  readonly key: number;
  readonly product: Product;
  readonly reach: number;
}

async function productsWith(
  { db }: Scope,
  keys: readonly number[],
  units: ReadonlyMap<number, Unit>,
): Promise<Around[]> {
  const unitsOf = await unitIdsOf(db, units);
  const found: Around[] = [];
  for await (const some of inTurn(new Set(keys))) {
    const rows = await db
      .selectFrom("product")
      .select(["key", "doc", "reach", ...CORRECTED_COLUMNS])
      .where("key", "in", some)
      .execute();
    const docs = await readDocuments<Product>(
      { db },
      rows.map(({ doc }) => doc),
    );
    for (const [at, { key, doc: _, reach, ...columns }] of rows.entries()) {
      const said = docs[at];
      if (said === undefined) continue;
      const product = corrected(said, columns satisfies CorrectedColumns);
      found.push({ key, reach, product: { ...product, units: unitsOf.get(key) ?? [] } });
    }
  }
  return found;
}

/** Which product each unit is of now: merging and splitting move units. */
async function unitIdsOf(db: Scope["db"], units: ReadonlyMap<number, Unit>): Promise<Map<number, string[]>> {
  const ids = new Map<number, string[]>();
  for await (const some of inTurn(units.keys())) {
    const rows = await db
      .selectFrom("unit")
      .select(["key", "product"])
      .where("key", "in", some)
      .orderBy("path")
      .orderBy("id")
      .execute();
    for (const { key, product } of rows) {
      const unit = units.get(key);
      if (product !== null && unit !== undefined) ids.set(product, [...(ids.get(product) ?? []), unit.id]);
    }
  }
  return ids;
}

async function repositoriesOf({ db }: Scope, products: readonly Around[], units: ReadonlyMap<number, Unit>) {
  const ids = new Set([
    ...products.flatMap(({ product }) => product.repositories),
    ...[...units.values()].map(({ repository }) => repository),
  ]);
  const found: { readonly key: number; readonly id: string; readonly at: number; readonly info: RepositoryInfo }[] = [];
  for await (const some of inTurn(ids)) {
    const rows = await db
      .selectFrom("repository")
      .select(["key", "id", "committed", "doc"])
      .where("id", "in", some)
      .execute();
    for (const { key, id, committed, doc } of rows) {
      found.push({ key, id, at: committed ?? 0, info: unpack(doc) as RepositoryInfo });
    }
  }
  return found;
}

async function peopleOf({ db }: Scope, products: readonly Product[]): Promise<Person[]> {
  const ids = new Set(
    products.flatMap(({ ownership: { declared, owner, founder, steward, ranked } }) => [
      ...[...declared, owner, founder, steward].flatMap((claim) => claim?.value.id ?? []),
      ...ranked.map(({ person }) => person),
    ]),
  );
  const found: Person[] = [];
  for await (const some of inTurn(ids)) {
    const rows = await db.selectFrom("person").select("doc").where("id", "in", some).execute();
    for (const { doc } of rows) {
      const person = unpack(doc) as Partial<Person>;
      if (person.id !== undefined) found.push(person as Person);
    }
  }
  return found;
}

async function factsOf({ db }: Scope, products: readonly number[]): Promise<ProductFacts[]> {
  const found: ProductFacts[] = [];
  for await (const some of inTurn(products)) {
    const rows = await db.selectFrom("product_fact").select("doc").where("product", "in", some).execute();
    for (const { doc } of rows) found.push(unpack(doc) as ProductFacts);
  }
  return found;
}

async function repositoryFactsOf({ db }: Scope, repositories: readonly number[]): Promise<RepositoryFacts[]> {
  const found: RepositoryFacts[] = [];
  for await (const some of inTurn(repositories)) {
    const rows = await db.selectFrom("repository_fact").select("doc").where("repository", "in", some).execute();
    for (const { doc } of rows) found.push(unpack(doc) as RepositoryFacts);
  }
  return found;
}

async function violationsOf({ db }: Scope, products: readonly Around[]): Promise<Violation[]> {
  const found: Violation[] = [];
  for await (const some of inTurn(products.map(({ key }) => key))) {
    const rows = await db
      .selectFrom("finding")
      .select("doc")
      .where("product", "in", some)
      .where("kind", "=", "violation")
      .execute();
    for (const { doc } of rows) found.push(...(unpack(doc) as Violation[]));
  }
  return found;
}

async function problemsOf({ db }: Scope, products: readonly number[]): Promise<Problem[]> {
  const found: Problem[] = [];
  for await (const some of inTurn(products)) {
    const rows = await db
      .selectFrom("finding")
      .select("doc")
      .where("product", "in", some)
      .where("kind", "=", "problem")
      .execute();
    for (const { doc } of rows) found.push(...(unpack(doc) as Problem[]));
  }
  return found;
}

/** Portions with a pause before each, so that a server answers others while a large repository is read. */
async function* inTurn<T>(items: Iterable<T>): AsyncGenerator<T[]> {
  for (const some of portions(items)) {
    await setImmediate();
    yield some;
  }
}

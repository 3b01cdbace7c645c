/** Correcting and taking back: each is one revision, and what follows from it follows at once. */
import { type Product, stageSchema, productKindSchema } from "@freehold/model";
import type { Engine } from "../engines/engine.ts";
import { finishJoin } from "../ingest/finish.ts";
import { openSession, type Session } from "../ingest/session.ts";
import { KNOWN_COLUMNS, writeProducts } from "../ingest/write-products.ts";
import { readDocuments } from "../documents.ts";
import { locateProduct } from "../queries/find-product.ts";
import { type Author, type Revision, revise } from "../revisions.ts";
import { StoreError } from "../store-error.ts";
import type { Correction, Payload } from "./correction.ts";
import { makeSplitProduct } from "./split-product.ts";
import { reassignUnits } from "./reassign.ts";

export interface CorrectOptions {
  /** The version of the product that the person saw; another one is a conflict. */
  readonly version?: number;
}

export interface Corrected {
  /** By which it is taken back. */
  readonly correction: number;
  readonly revision: number;
  /** Id of the product that a split made. */
  readonly made?: string;
}

/**
 * Keeps a correction and lays it over what snapshots say, now and after every later one.
 * Throws `store/not-found`, `store/invalid`, `store/version-conflict`.
 */
export async function correct(
  engine: Engine,
  org: number,
  author: Author,
  correction: Correction,
  options: CorrectOptions = {},
  now?: () => number,
): Promise<Corrected> {
  return await revise(
    engine,
    org,
    author,
    `product.${correction.kind}`,
    async (revision) => {
      check(correction);
      const product = await require(revision, correction.product);
      await checkVersion(revision, product, options.version);
      const session = openSession(revision);
      const { payload, made } = await payloadOf(session, product, correction);
      const [key = 0] = await revision.engine.allocate(revision.db, "correction", 1);
      await revision.db
        .insertInto("correction")
        .values({
          key,
          kind: correction.kind,
          product,
          payload: JSON.stringify(payload),
          revision: revision.number,
          actor: author.actor,
          at: revision.at,
          undone: null,
        })
        .execute();
      revision.describe({ correction: key, ...correction });
      await follow(session, product, payload);
      return { correction: key, revision: revision.number, ...(made === undefined ? {} : { made }) };
    },
    now,
  );
}

/** Takes a correction back; what snapshots say shows through again. Throws `store/not-found`. */
export async function undoCorrection(
  engine: Engine,
  org: number,
  author: Author,
  key: number,
  now?: () => number,
): Promise<{ readonly revision: number }> {
  return await revise(
    engine,
    org,
    author,
    "correction.undone",
    async (revision) => {
      const row = await revision.db
        .selectFrom("correction")
        .select(["product", "payload", "kind"])
        .where("key", "=", key)
        .where("undone", "is", null)
        .executeTakeFirst();
      if (row === undefined) throw new StoreError("store/not-found", `there is no correction ${key} that holds`);
      await revision.db.updateTable("correction").set({ undone: revision.number }).where("key", "=", key).execute();
      revision.describe({ correction: key, kind: row.kind });
      const payload = JSON.parse(row.payload) as Payload;
      const session = openSession(revision);
      if (payload.kind === "split") await retireMade(session, payload.made);
      await follow(session, row.product, payload);
      return { revision: revision.number };
    },
    now,
  );
}

/** Writes what follows from a correction that was made or taken back. */
async function follow(session: Session, product: number, payload: Payload): Promise<void> {
  await rewrite(session, [product]);
  const moves = payload.kind === "merge" || payload.kind === "split";
  const { products, moved } = moves ? await reassignUnits(session, product) : { products: [], moved: [] };
  for (const key of products) session.texts.add(key);
  await finishJoin(session, [product, ...products], moved);
}

/** Lays the corrections that now hold over what the newest snapshot said. */
async function rewrite(session: Session, keys: readonly number[]): Promise<void> {
  const rows = await session.revision.db
    .selectFrom("product")
    .select([...KNOWN_COLUMNS, "doc"])
    .where("key", "in", keys)
    .execute();
  const products = await readDocuments<Product>(
    session.revision,
    rows.map(({ doc }) => doc),
  );
  await writeProducts(
    session,
    rows.flatMap(({ doc, ...before }, at) => {
      const product = products[at];
      if (product === undefined) return [];
      return {
        product,
        key: before.key,
        before,
        hash: before.hash,
        doc,
        retired: before.gone === "retired",
      };
    }),
  );
}

async function retireMade(session: Session, key: number): Promise<void> {
  const { db, number } = session.revision;
  await rewrite(session, [key]);
  await db.updateTable("product").set({ listed: 0, gone: "retired", since: number }).where("key", "=", key).execute();
}

async function payloadOf(
  session: Session,
  product: number,
  correction: Correction,
): Promise<{ readonly payload: Payload; readonly made?: string }> {
  switch (correction.kind) {
    case "merge": {
      const into = await require(session.revision, correction.into);
      if (into === product) throw new StoreError("store/invalid", "a product can't be merged into itself");
      return { payload: { kind: "merge", into } };
    }
    case "split": {
      const { key, id } = await makeSplitProduct(session, product, correction);
      return { payload: { kind: "split", made: key, units: correction.units }, made: id };
    }
    default: {
      const { product: _product, ...payload } = correction;
      return { payload };
    }
  }
}

function check(correction: Correction): void {
  const texts = [
    ...(correction.kind === "rename" ? [correction.name, correction.slug] : []),
    ...(correction.kind === "edit" ? [correction.mission] : []),
    ...(correction.kind === "split" ? [correction.name] : []),
    ...(correction.kind === "claim" ? [correction.owner.id, correction.owner.name] : []),
  ];
  if (texts.some((text) => text !== undefined && text.trim() === "")) {
    throw new StoreError("store/invalid", `a ${correction.kind} with an empty text says nothing`);
  }
  if (correction.kind !== "edit") return;
  const { stage, productKind } = correction;
  if (stage !== undefined && !stageSchema.safeParse(stage).success) {
    throw new StoreError("store/invalid", `"${stage}" is no stage; stages are ${stageSchema.options.join(", ")}`);
  }
  if (productKind !== undefined && !productKindSchema.safeParse(productKind).success) {
    throw new StoreError(
      "store/invalid",
      `"${productKind}" is no kind; kinds are ${productKindSchema.options.join(", ")}`,
    );
  }
}

async function require(revision: Revision, name: string): Promise<number> {
  const located = await locateProduct(revision, name);
  if (located === undefined) throw new StoreError("store/not-found", `there is no product "${name}"`);
  return located.key;
}

async function checkVersion({ db }: Revision, product: number, version: number | undefined): Promise<void> {
  if (version === undefined) return;
  const row = await db.selectFrom("product").select("version").where("key", "=", product).executeTakeFirst();
  if (row?.version === version) return;
  const message = `the product is at version ${row?.version}, not ${version}: somebody changed it in between`;
  throw new StoreError("store/version-conflict", message, { version: row?.version });
}

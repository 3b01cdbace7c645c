/**
 * A snapshot becomes part of the portfolio: one transaction, all of it or nothing.
 *
 * ```
 * bytes ─ split ─► elements ─ hash ─► same as before: nothing
 *                                └──► changed: rows, history, audit entry, event
 * then, for what changed: removed ─► assigned ─► joined ─► edges ─► figures, cube, text
 * ```
 *
 * Reading a snapshot costs its size; everything after that follows what changed in it. Nothing here walks
 * over the portfolio.
 */
import type { Engine } from "../engines/engine.ts";
import { type Author, Nothing, type Revision, revise } from "../revisions.ts";
import { assignUnits } from "./assign.ts";
import { finishJoin } from "./finish.ts";
import { takeProductFacts, takeRepositoryFacts } from "./facts.ts";
import { takeProblems, takeViolations, writeFindings } from "./findings.ts";
import { takePeople } from "./people.ts";
import { takeProducts } from "./products.ts";
import { knownHashes } from "./known-hashes.ts";
import { readInThread, type ReadOptions } from "./read-in-thread.ts";
import { refusalOfHead, type SnapshotBatch } from "./read-snapshot.ts";
import { IngestRefused } from "./refusal.ts";
import { removeUnits, retireProducts } from "./removed.ts";
import { takeRepositories } from "./repositories.ts";
import { openSession, type Session } from "./session.ts";
import { takeUnits } from "./units.ts";

export interface IngestResult {
  /** SHA-256 of the snapshot's bytes. */
  readonly snapshot: string;
  /** The revision that took it in; of a snapshot that was taken in before, that one. */
  readonly revision: number;
  readonly known: boolean;
  readonly units: number;
  readonly products: number;
  readonly changed: { readonly units: number; readonly products: number };
}

/**
 * Takes a snapshot in. Throws `IngestRefused` where it is not valid, with a JSON pointer for every fault;
 * nothing is kept then. The same bytes a second time change nothing.
 */
export async function ingestSnapshot(
  engine: Engine,
  org: number,
  author: Author,
  chunks: AsyncIterable<Uint8Array>,
  now?: () => number,
  options?: ReadOptions,
): Promise<IngestResult> {
  return await revise(
    engine,
    org,
    author,
    "snapshot.ingested",
    async (revision) => await ingest(revision, chunks, options),
    now,
  );
}

async function ingest(
  revision: Revision,
  chunks: AsyncIterable<Uint8Array>,
  options?: ReadOptions,
): Promise<IngestResult> {
  const session = openSession(revision, await isEmpty(revision));
  const stream = await readInThread(chunks, async () => await knownHashes(session), options);
  const head: Record<string, unknown> = {};
  for await (const batch of stream.batches()) await take(session, batch, head);
  const { bytes, hash } = stream.digest();
  await refuseKnown(revision, hash);
  const products = await finish(session);
  await revision.db
    .updateTable("repository")
    .set({ snapshot: hash })
    .where("key", "in", [...session.repositories.values(), 0])
    .execute();
  const { units, products: named } = session.counts;
  await revision.db
    .insertInto("snapshot")
    .values({
      id: hash,
      revision: revision.number,
      made: typeof head["createdAt"] === "string" ? Date.parse(head["createdAt"]) || revision.at : revision.at,
      received: revision.at,
      bytes,
      repositories: session.repositories.size,
      units,
      products: named,
      generator: JSON.stringify(head["generator"] ?? null),
    })
    .execute();
  const changed = { units: session.changedUnits.size, products };
  const result = { snapshot: hash, revision: revision.number, known: false, units, products: named, changed };
  revision.describe({ ...result, repositories: [...session.repositories.keys()].slice(0, 100) });
  return result;
}

/** Whether nothing was ever taken in: then nothing of it has to be asked for. */
async function isEmpty({ db }: Revision): Promise<boolean> {
  for (const table of ["unit", "product", "identifier", "repository"] as const) {
    const row = await db.selectFrom(table).select("key").limit(1).executeTakeFirst();
    if (row !== undefined) return false;
  }
  return true;
}

async function take(session: Session, batch: SnapshotBatch, head: Record<string, unknown>): Promise<void> {
  switch (batch.section) {
    case "head": {
      const message = refusalOfHead(batch.name, batch.value);
      if (message !== undefined) {
        throw new IngestRefused([{ code: "snapshot/unknown-format", pointer: `/${batch.name}`, message }]);
      }
      head[batch.name] = batch.value;
      return;
    }
    case "repositories":
      await takeRepositories(session, batch);
      return;
    case "units":
      await takeUnits(session, batch);
      return;
    case "people":
      await takePeople(session, batch);
      return;
    case "products":
      await takeProducts(session, batch);
      return;
    case "repositoryFacts":
      await takeRepositoryFacts(session, batch);
      return;
    case "productFacts":
      await takeProductFacts(session, batch);
      return;
    case "violations":
      takeViolations(session, batch.items);
      return;
    case "problems":
      takeProblems(session, batch.items);
  }
}

/** A snapshot that was sent twice is a success that changes nothing, whatever came in between. */
async function refuseKnown({ db }: Revision, hash: string): Promise<void> {
  const row = await db
    .selectFrom("snapshot")
    .select(["revision", "units", "products"])
    .where("id", "=", hash)
    .executeTakeFirst();
  if (row === undefined) return;
  throw new Nothing<IngestResult>({ snapshot: hash, known: true, ...row, changed: { units: 0, products: 0 } });
}

async function finish(session: Session): Promise<number> {
  const losers = await removeUnits(session);
  await retireProducts(session);
  const { products, moved } = await assignUnits(session);
  for (const product of [...losers, ...products]) session.texts.add(product);
  const found = await writeFindings(session);
  return await finishJoin(
    session,
    [...losers, ...products, ...found].filter((key) => key > 0),
    moved,
  );
}

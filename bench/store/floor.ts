/**
 * What no load can do without: parsing every element, and writing its bytes to a SQLite file in one transaction. Seconds
 * of processor time, of the thread that did it; the best of three, since on a busy machine it differs threefold.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { portfolioElements } from "./generate.ts";

export interface Floor {
  readonly parsing: number;
  readonly writing: number;
}

/** Larger portfolios are counted up from so many products: all texts are held. */
const MOST_PRODUCTS = 13_000;

export async function floorOf(products: number): Promise<Floor> {
  const measured = Math.min(products, MOST_PRODUCTS);
  const elements = [...portfolioElements({ products: measured, seed: 1 })].map((text) => Buffer.from(text));
  const folder = await mkdtemp(join(tmpdir(), "freehold-floor-"));
  const database = new DatabaseSync(join(folder, "floor.db"));
  database.exec(
    "pragma journal_mode = wal; pragma synchronous = full; create table element (key integer primary key, text blob)",
  );
  const rounds = [1, 2, 3].map(() => {
    const parsing = seconds(() => {
      for (const bytes of elements) JSON.parse(bytes.toString());
    });
    const writing = seconds(() => {
      const insert = database.prepare("insert into element (text) values (?)");
      database.exec("begin");
      for (const bytes of elements) insert.run(bytes);
      database.exec("commit");
    });
    return { parsing, writing };
  });
  database.close();
  await rm(folder, { recursive: true });
  const share = products / measured;
  return {
    parsing: share * Math.min(...rounds.map(({ parsing }) => parsing)),
    writing: share * Math.min(...rounds.map(({ writing }) => writing)),
  };
}

function seconds(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1e6;
}

/**
 * What the server costs through its public API: `node bench/server/main.ts [--engine sqlite|postgres]
 * [--products 13000,100000] [--rounds 1000] [--in-parts] [--snapshots 1]`.
 *
 * For each size: starts `freehold serve` on an empty database, pushes a generated portfolio (the seed and
 * degrees of bench/store) in one request (or in parts of 8 MiB; or as several snapshots of some of the repositories
 * each, one after the other, as repositories push their own), then asks each question at a concurrency of 1, 10 and 100.
 * Client and server share the machine, so at 100 the client's own time is in the figures. Everything stays on
 * 127.0.0.1. PostgreSQL: `FREEHOLD_TEST_POSTGRES` or the local socket, in a database that is made and dropped.
 */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createClient, pushSnapshot } from "@freehold/client";
import { floorOf } from "../store/floor.ts";
import { portfolioBytes, productName, repositoryOf } from "../store/generate.ts";
import { onServer } from "../store/on-server.ts";
import { asking } from "./asking.ts";
import { type Served, served } from "./served.ts";

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "sqlite" },
    products: { type: "string", default: "13000,100000" },
    rounds: { type: "string", default: "1000" },
    "in-parts": { type: "boolean", default: false },
    snapshots: { type: "string", default: "1" },
  },
});
const SERVER =
  process.env["FREEHOLD_TEST_POSTGRES"] ?? `postgres:///postgres?host=/var/run/postgresql&user=${userInfo().username}`;

for (const size of values.products.split(",").map(Number)) await measure(size);

async function measure(products: number): Promise<void> {
  const used = await place();
  try {
    await using server = await served(used.at);
    console.log(
      `\n${values.engine}, ${products} products; first answer ${Math.round(server.started)} ms after the start`,
    );
    await load(server, products);
    for (const [name, urlOf] of questions(server.address, products)) await report(server, name, urlOf);
    const perProduct = ((await used.size()) / products / 1000).toFixed(2);
    console.log(`memory at most ${Math.round(server.memory() ?? 0)} MB, database ${perProduct} kB a product`);
  } finally {
    await used.remove();
  }
}

async function load(server: Served, products: number): Promise<void> {
  const count = Number(values.snapshots);
  const before = server.processor() ?? 0;
  let bytes = 0;
  let wall = 0;
  for (let number = 0; number < count; number++) {
    const snapshot = await snapshotOf(products, number, count);
    const begun = performance.now();
    await pushSnapshot(createClient({ server: server.address }), snapshot, {
      atOnceBytes: values["in-parts"] ? 0 : Infinity,
    });
    wall += (performance.now() - begun) / 1000;
    bytes += snapshot.size;
    if (count > 1) console.log(`snapshot ${number + 1} of ${count}: ${wall.toFixed(1)} s so far`);
  }
  const cpu = (server.processor() ?? 0) - before;
  const rate = Math.round(products / wall);
  console.log(
    `load of ${(bytes / 1e6).toFixed(1)} MB: ${wall.toFixed(2)} s, processor of the server ${cpu.toFixed(2)} s, ${rate} products/s`,
  );
  const { parsing, writing } = await floorOf(products);
  const times = (cpu / (parsing + writing)).toFixed(1);
  console.log(
    `floor: parsing ${parsing.toFixed(2)} s, writing the same bytes ${writing.toFixed(2)} s of processor time; the load takes ${times} times as much`,
  );
}

async function snapshotOf(products: number, number: number, count: number): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const repositories = repositoryOf(products - 1) + 1;
  const bound = (part: number) => Math.round((repositories * part) / count);
  const part = { from: bound(number), to: bound(number + 1) };
  for await (const piece of portfolioBytes({ products, seed: 1, repositories: part })) pieces.push(Buffer.from(piece));
  return new Blob(pieces);
}

async function report(server: Served, name: string, urlOf: (round: number) => string): Promise<void> {
  await asking(urlOf, 20, 1);
  const cells = [];
  const before = server.processor() ?? 0;
  for (const concurrency of [1, 10, 100]) {
    const { p50, p95, p99, perSecond } = await asking(urlOf, Number(values.rounds), concurrency);
    const figures = [p50, p95, p99].map((value) => value.toFixed(1)).join(" / ");
    cells.push(`${concurrency}: ${figures} ms, ${Math.round(perSecond)}/s`);
  }
  // With whatever the server does beside.
  const each = (((server.processor() ?? 0) - before) / (3 * Number(values.rounds))) * 1000;
  console.log(`${name.padEnd(16)} ${cells.join("   ")}   processor ${each.toFixed(2)} ms each`);
}

function questions(address: string, products: number): readonly (readonly [string, (round: number) => string])[] {
  const api = `${address}/api/v1`;
  const some = (round: number) => (round * 7919) % products;
  const id = (round: number) => `prd_${some(round).toString(36).padStart(16, "0")}`;
  return [
    ["product by id", (round) => `${api}/products/${id(round)}`],
    ["list", (round) => `${api}/products?kind=component&sort=reach&descending=true&owned=${round % 2 === 0}`],
    ["full text", (round) => `${api}/search?q=${productName(some(round)).split("-")[round % 2]}`],
    ["piece of a name", (round) => `${api}/search?q=${productName(some(round)).slice(1, 9)}`],
    ["facets", (round) => `${api}/facets?kind=${round % 2 === 0 ? "product" : "component"}`],
    ["dependents", (round) => `${api}/products/${id(round % 50)}/dependents`],
    ["reach", (round) => `${api}/products/${id(round % 50)}/reach`],
  ];
}

interface Place {
  readonly at: string;
  size(): Promise<number>;
  remove(): Promise<void>;
}

async function place(): Promise<Place> {
  if (values.engine === "postgres") return await placeOnServer();
  const folder = await mkdtemp(join(tmpdir(), "freehold-bench-"));
  const at = join(folder, "freehold.db");
  return { at, size: async () => (await stat(at)).size, remove: async () => await rm(folder, { recursive: true }) };
}

async function placeOnServer(): Promise<Place> {
  const name = `freehold_bench_server_${process.pid}`;
  await onServer(SERVER, `create database ${name}`);
  return {
    at: SERVER.replace(/^(\w+:\/\/[^/]*)\/[^?]*/, `$1/${name}`),
    async size() {
      const [row] = await onServer(SERVER, `select pg_database_size('${name}') as size`);
      return Number(row?.["size"]);
    },
    async remove() {
      await onServer(SERVER, `drop database if exists ${name} with (force)`);
    },
  };
}

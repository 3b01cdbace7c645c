/**
 * What the store costs: `node bench/store/main.ts [--engine sqlite|postgres] [--products 1000,13000,100000]`.
 *
 * For each size: loads a generated portfolio as one snapshot (time, processor time, memory, bytes on disk
 * a product), sends it again with one unit changed (the curve that should be flat; processor time too), and asks each question
 * many times at a concurrency of 1 and 10 (p50, p95, p99 in milliseconds). PostgreSQL: `FREEHOLD_TEST_POSTGRES`
 * or the local socket, in a database that is made and dropped.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type OrganisationStore, openStore, type Store } from "@freehold/store";
import { portfolioBytes, productName, repositoryOf } from "./generate.ts";
import { onServer } from "./on-server.ts";

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "sqlite" },
    products: { type: "string", default: "1000,13000,100000" },
    rounds: { type: "string", default: "200" },
  },
});
const AUTHOR = { actor: "bench", kind: "system" } as const;
const SERVER =
  process.env["FREEHOLD_TEST_POSTGRES"] ?? `postgres:///postgres?host=/var/run/postgresql&user=${userInfo().username}`;

for (const size of values.products.split(",").map(Number)) await measure(size);

async function measure(products: number): Promise<void> {
  const { at, remove } = await place();
  const store = await openStore({ at });
  await store.createOrganisation({ id: "acme", name: "Acme" });
  const acme = await store.forOrganisation("acme");
  console.log(`\n${values.engine}, ${products} products`);
  await load(store, acme, products);
  await reload(acme, products);
  for (const [name, ask] of questions(acme, products)) {
    const one = await latencies(ask, 1);
    const before = process.cpuUsage();
    const ten = await latencies(ask, 10);
    const each = (seconds(process.cpuUsage(before)) * 1000) / Number(values.rounds);
    console.log(`${name.padEnd(22)} 1: ${one}   10: ${ten}   processor ${each.toFixed(2)} ms each`);
  }
  await store.close();
  await remove();
}

async function load(store: Store, acme: OrganisationStore, products: number): Promise<void> {
  let bytes = 0;
  const generating = process.cpuUsage();
  for await (const chunk of portfolioBytes({ products, seed: 1 })) bytes += chunk.length;
  const floor = seconds(process.cpuUsage(generating));
  const { wall, cpu } = await timed(async () => await acme.ingest(AUTHOR, portfolioBytes({ products, seed: 1 })));
  const rate = Math.round(products / wall);
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `snapshot of ${(bytes / 1e6).toFixed(1)} MB (making it: ${floor.toFixed(2)} s of the processor time below)`,
  );
  console.log(
    `load                   ${wall.toFixed(2)} s, processor ${cpu.toFixed(2)} s, ${rate} products/s, memory ${memory} MB`,
  );
  console.log(`database               ${((await store.size()) / products / 1000).toFixed(2)} kB a product`);
}

/** One repository's snapshot with one unit changed, and with one that relies on another product than before. */
async function reload(acme: OrganisationStore, products: number): Promise<void> {
  const repository = repositoryOf(products >> 1);
  const repositories = { from: repository, to: repository + 1 };
  for (const [name, dependency] of [
    ["one unit changed", undefined],
    ["one dependency changed", Math.floor(products / 3)],
  ] as const) {
    const times: number[] = [];
    const cpus: number[] = [];
    for (let round = 0; round < 21; round++) {
      const edition = 1 + round + (dependency ?? 0);
      const more = dependency === undefined || round % 2 === 1 ? {} : { dependency };
      const shape = { products, seed: 1, edition, repositories, ...more };
      const { wall, cpu } = await timed(async () => await acme.ingest(AUTHOR, portfolioBytes(shape)));
      // The first runs code that was not compiled yet.
      if (round === 0) continue;
      times.push(wall * 1000);
      cpus.push(cpu * 1000);
    }
    console.log(`${name.padEnd(22)} ${percentiles(times)} ms; processor ${percentiles(cpus)} ms`);
  }
}

function popular(draw: number): string {
  return productName(Math.floor(draw * 20));
}

function questions(acme: OrganisationStore, products: number): [string, (draw: number) => Promise<unknown>][] {
  const any = (draw: number) => productName(Math.floor(draw * products));
  return [
    ["product by slug", async (draw) => await acme.product(any(draw))],
    ["list by name", async () => await acme.products({ limit: 50 })],
    [
      "list, filtered",
      async () =>
        await acme.products({ filter: { kind: ["component"], stage: ["beta"] }, sort: "reach", descending: true }),
    ],
    [
      "list of an owner",
      async (draw) =>
        await acme.products({ filter: { owner: `person-${Math.floor(draw * products * 0.05)}@acme.example` } }),
    ],
    ["count, filtered", async () => await acme.count({ kind: ["product"], owned: false })],
    ["facets", async () => await acme.facets()],
    ["facets, filtered", async () => await acme.facets({ kind: ["component"], owned: true })],
    ["full text, rare", async (draw) => await acme.search(any(draw).split("-").slice(0, 2).join(" "))],
    ["full text, common", async () => await acme.search("gateway")],
    ["substring", async (draw) => await acme.search(any(draw).slice(2, 9))],
    ["dependents, any", async (draw) => await acme.dependents(any(draw))],
    ["dependents, popular", async (draw) => await acme.dependents(popular(draw))],
    ["reach, popular", async (draw) => await acme.reach(popular(draw))],
    ["neighbourhood", async (draw) => await acme.neighbourhood(any(draw))],
    ["path", async (draw) => await acme.path(any(draw), popular(1 - draw))],
  ];
}

async function latencies(ask: (draw: number) => Promise<unknown>, concurrency: number): Promise<string> {
  const rounds = Number(values.rounds);
  for (let round = 0; round < 5; round++) await ask(round / 5);
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (next < rounds) {
        const draw = (next++ * 0.618_033_988_75) % 1;
        const started = performance.now();
        await ask(draw);
        times.push(performance.now() - started);
      }
    }),
  );
  return percentiles(times);
}

function percentiles(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(1).padStart(7);
  return `${at(0.5)} ${at(0.95)} ${at(0.99)}`;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly wall: number; readonly cpu: number }> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  return { wall: (performance.now() - started) / 1000, cpu: seconds(process.cpuUsage(cpu)) };
}

function seconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}

async function place(): Promise<{ readonly at: string; readonly remove: () => Promise<void> }> {
  if (values.engine === "postgres") {
    const name = `freehold_bench_${process.pid}`;
    await onServer(SERVER, `create database ${name}`);
    const at = SERVER.replace(/^(\w+:\/\/[^/]*)\/[^?]*/, `$1/${name}`);
    return { at, remove: async () => void (await onServer(SERVER, `drop database ${name} with (force)`)) };
  }
  const folder = await mkdtemp(join(tmpdir(), "freehold-bench-"));
  return { at: join(folder, "freehold.db"), remove: async () => await rm(folder, { recursive: true }) };
}

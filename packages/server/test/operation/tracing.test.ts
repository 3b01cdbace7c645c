/** What a collector of OpenTelemetry is sent, and that nothing of it is loaded where nobody asks for it. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { startForge } from "@freehold/sources/forge-for-tests";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startPortfolioServer } from "../../src/api/start.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { startTracing } from "../../src/operation/tracing/start-tracing.ts";
import { snapshotBytes } from "../accounts/snapshot.ts";
import { makeWork } from "../sources/work.ts";

// Processes are started; busy machines take their time.
vi.setConfig({ testTimeout: 120_000 });

interface SentSpan {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly code?: number };
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

/** Takes spans as a collector does. */
async function startCollector() {
  let sent = "";
  const spans: SentSpan[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += String(part);
    sent += `${request.url} ${text}\n`;
    for (const resource of JSON.parse(text).resourceSpans)
      for (const scope of resource.scopeSpans) spans.push(...scope.spans);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    sent: () => sent,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function attributesOf({ attributes }: SentSpan): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "freehold-tracing-"))));
afterAll(async () => await rm(folder, { recursive: true }));

describe("a server that is traced", () => {
  it("tells its requests with the statements of each, and nothing that people wrote", async () => {
    await using collector = await startCollector();
    const settings = settingsSchema.parse({ port: 0, "log.level": "silent", "tracing.url": collector.url });
    const server = await startPortfolioServer({ database: join(folder, "traced.db"), settings });
    let snapshot = "";
    for await (const bytes of snapshotBytes("the name of a product")) snapshot += Buffer.from(bytes).toString();
    const pushed = await fetch(`${server.address}/api/v1/snapshots`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: snapshot,
    });
    expect(pushed.status).toBe(201);
    const trace = "0af7651916cd43dd8448eb211c80319c";
    const found = await fetch(`${server.address}/api/v1/search?q=words-that-were-searched`, {
      headers: {
        traceparent: `00-${trace}-b7ad6b7169203331-01`,
        authorization: "Bearer fht_of_somebody",
        cookie: "session=of-somebody",
      },
    });
    expect(found.status).toBe(200);
    expect((await fetch(`${server.address}/api/v1/products/a-slug-of-a-product`)).status).toBe(404);
    await server.close();

    const requests = collector.spans.filter(({ kind }) => kind === SERVER);
    expect(requests.map(({ name }) => name)).toEqual([
      "POST /api/v1/snapshots",
      "GET /api/v1/search",
      "GET /api/v1/products/:product",
    ]);
    expect(requests.map((span) => attributesOf(span)["http.response.status_code"])).toEqual([201, 200, 404]);
    expect(requests[1]).toMatchObject({ traceId: trace, parentSpanId: "b7ad6b7169203331" });
    for (const { spanId, traceId, name } of requests) {
      const statements = collector.spans.filter(({ parentSpanId }) => parentSpanId === spanId);
      expect(statements.length, name).toBeGreaterThan(0);
      for (const statement of statements) {
        expect(statement.traceId).toBe(traceId);
        expect(attributesOf(statement)).toMatchObject({
          "db.system.name": "sqlite",
          "db.query.text": expect.any(String),
        });
      }
    }
    const texts = collector.spans.map((span) => JSON.stringify(attributesOf(span)["db.query.text"] ?? ""));
    expect(texts.some((text) => text.startsWith('"insert into'))).toBe(true);
    expect(collector.sent()).toContain("/v1/traces");
    for (const secret of ["the name of", "searched", "fht_of", "of-somebody", "a-slug-of", "bob@acme.example"]) {
      expect(collector.sent()).not.toContain(secret);
    }
  });

  it("tells jobs with the processes of git that they run, without addresses", async () => {
    await using collector = await startCollector();
    await using forge = await startForge();
    forge.commit("app", { "package.json": JSON.stringify({ name: "@acme/app", version: "1.0.0" }) });
    const tracing = startTracing({ "tracing.share": 1 }, collector.url, unexpected);
    await using work = await makeWork();
    await work.add({ kind: "github", url: `${forge.url}/acme`, api: forge.url });
    forge.refuse("page=1", { status: 401, headers: {} });
    expect(await work.drain()).toBe(1);
    await work.add({ kind: "github", url: `${forge.url}/acme`, api: forge.url });
    expect(await work.drain()).toBe(2);
    await tracing.close();

    const jobs = collector.spans.filter(({ name }) => name.startsWith("job "));
    expect(jobs.map(({ name, status }) => [name, status.code])).toEqual([
      ["job list", FAILED],
      ["job list", 0],
      ["job scan", 0],
    ]);
    const scan = jobs.at(-1);
    const inside = collector.spans.filter(({ parentSpanId }) => parentSpanId === scan?.spanId);
    const names = inside.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["git ls-remote", "git fetch", "select", "insert"]));
    expect(collector.sent()).not.toContain(forge.url);
  });

  it("goes on where the collector does not answer, and says so", async () => {
    const said: string[] = [];
    const tracing = startTracing({ "tracing.share": 1 }, "http://127.0.0.1:9", (message) => said.push(message));
    await using forge = await startForge();
    await using work = await makeWork();
    await work.add({ kind: "github", url: `${forge.url}/acme`, api: forge.url });
    expect(await work.drain()).toBe(1);
    await tracing.close();
    expect(said.join()).toContain("ECONNREFUSED");
  });
});

/** Of OTLP. */
const SERVER = 2;
const FAILED = 2;

function unexpected(message: string): void {
  throw new Error(message);
}

describe("a server that is not traced", () => {
  it("loads nothing that makes or sends spans", async () => {
    const watch = `import { registerHooks } from "node:module";
      registerHooks({ load(url, context, next) {
        const name = /@opentelemetry\\/[\\w-]+/.exec(url)?.[0];
        if (name !== undefined) console.log(name);
        return next(url, context);
      } });`;
    const program = `
      const { startPortfolioServer, readConfiguration } = await import(${JSON.stringify(new URL("../../src/index.ts", import.meta.url).href)});
      const read = readConfiguration({ flags: { port: 0, accounts: "on", "log.level": "silent" } });
      const server = await startPortfolioServer({ database: process.argv[1], settings: read.configuration.settings });
      console.log((await fetch(server.address + "/api/v1/session")).status);
      await server.close();`;
    const hooks = `data:text/javascript,${encodeURIComponent(watch)}`;
    const args = ["--import", hooks, "--input-type=module", "--eval", program, join(folder, "plain.db")];
    const cwd = join(import.meta.dirname, "../..");
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
    // better-auth asks whether somebody set up tracing, by an interface that does nothing by itself.
    expect(new Set(stdout.trim().split("\n"))).toEqual(new Set(["@opentelemetry/api", "200"]));
  }, 60_000);
});

/** The whole server with accounts, as `freehold serve` starts it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PortfolioServer, startPortfolioServer } from "../../src/api/start.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { snapshotBytes } from "../accounts/snapshot.ts";

const TOKEN = "token-for-metrics-1";
let folder: string;
let server: PortfolioServer;
let cookie = "";
let token = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "freehold-serve-"));
  const settings = settingsSchema.parse({ port: 0, accounts: "on", "log.level": "silent", "metrics.token": TOKEN });
  server = await startPortfolioServer({ database: join(folder, "freehold.db"), settings });
}, 60_000);

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.address}${path}`, {
    method,
    headers: {
      ...(headers["authorization"] === undefined ? { cookie, origin: server.address } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    redirect: "manual",
  });
  for (const line of response.headers.getSetCookie()) cookie = line.split(";")[0] ?? cookie;
  return response;
}

describe("a server with accounts", () => {
  it("tells nobody anything before they signed in", async () => {
    for (const path of ["/api/v1/products", "/api/v1/members", "/api/v1/webhooks", "/api/v1/changes"]) {
      const response = await send("GET", path);
      expect([path, response.status]).toEqual([path, 401]);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
    }
  });

  it("lets the first administrator in by its link, through a page without inline script", async () => {
    const link = new URL(server.setup ?? "");
    const page = await send("GET", link.pathname);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(await page.text()).not.toMatch(/<script(?![^>]*src=)| on\w+=/);
    const ann = { name: "<script>alert(1)</script>", email: "ann@acme.example", password: "correct horse battery" };
    expect((await send("POST", "/api/v1/join", { secret: link.hash.slice(1), ...ann })).status).toBe(200);
    const members = await send("GET", "/api/v1/members");
    expect(members.headers.get("content-type")).toMatch(/^application\/json/);
    expect(members.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await members.json()).toMatchObject({ items: [{ name: "<script>alert(1)</script>" }] });
  });

  it("takes a snapshot by a token of that scope, and nothing else by it", async () => {
    const made = await send("POST", "/api/v1/tokens", { name: "CI", scopes: ["ingest"] });
    token = ((await made.json()) as { token: string }).token;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    let snapshot = "";
    for await (const bytes of snapshotBytes("<img src=x onerror=alert(1)>")) snapshot += Buffer.from(bytes).toString();
    expect((await send("POST", "/api/v1/snapshots", snapshot, headers)).status).toBe(201);
    expect((await send("GET", "/api/v1/products", undefined, headers)).status).toBe(403);
    const listed = await send("GET", "/api/v1/products");
    expect(listed.headers.get("content-type")).toMatch(/^application\/json/);
    expect(await listed.text()).toContain("<img src=x onerror=alert(1)>");
  });

  it("keeps a webhook whose secret is told once, and refuses what is no address", async () => {
    const made = await send("POST", "/api/v1/webhooks", { url: "https://hook.example/in", events: ["product.*"] });
    expect(made.status).toBe(201);
    const { id, secret } = (await made.json()) as { id: string; secret: string };
    expect(await (await send("GET", "/api/v1/webhooks")).text()).not.toContain(secret);
    expect((await send("POST", "/api/v1/webhooks", { url: "file:///etc/passwd" })).status).toBe(400);
    expect((await send("POST", `/api/v1/webhooks/${id}/secret`, {})).status).toBe(201);
    expect((await send("DELETE", `/api/v1/webhooks/${id}`)).status).toBe(200);
  });

  it("has a feed of every product, whose texts stay text, for readers that only know Basic", async () => {
    const made = await send("POST", "/api/v1/tokens", { name: "reader", scopes: ["read"] });
    const password = ((await made.json()) as { token: string }).token;
    const authorization = `Basic ${Buffer.from(`feed:${password}`).toString("base64")}`;
    const atom = await send("GET", "/api/v1/products/billing/feed.atom", undefined, { authorization });
    expect(atom.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const xml = await atom.text();
    expect(xml).toContain("<title>&lt;img src=x onerror=alert(1)&gt;</title>");
    expect(xml).not.toContain("<img");
    const json = await send("GET", "/api/v1/products/billing/feed.json", undefined, { authorization });
    expect(await json.json()).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      items: [{ title: "product created" }],
    });
    expect((await send("GET", "/api/v1/products/nothing/feed.json", undefined, { authorization })).status).toBe(404);
    const wrong = `Basic ${Buffer.from("feed:fht_wrong").toString("base64")}`;
    expect((await send("GET", "/api/v1/products/billing/feed.atom", undefined, { authorization: wrong })).status).toBe(
      401,
    );
  });

  it("says that it lives and is ready, and shows metrics to who has the token", async () => {
    expect(await (await send("GET", "/healthz")).json()).toEqual({ status: "alive" });
    expect(await (await send("GET", "/readyz")).json()).toEqual({ status: "ready" });
    expect((await send("GET", "/metrics")).status).toBe(403);
    const metrics = await (await send("GET", "/metrics", undefined, { authorization: `Bearer ${TOKEN}` })).text();
    expect(metrics).toContain('freehold_http_request_duration_seconds_count{method="GET",route="/api/v1/products"');
    expect(metrics).toMatch(/freehold_database_bytes \d{4,}/);
    expect(metrics).toMatch(/^freehold_queue_waiting\{queue="events"\} \d+$/m);
    expect(metrics).toContain("# TYPE freehold_jobs gauge");
  });
});

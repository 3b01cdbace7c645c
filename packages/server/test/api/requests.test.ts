import { gzipSync, zstdCompressSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { alone, createPortfolioApp } from "../../src/api/app.ts";
import { smallSnapshot } from "../small-snapshot.ts";
import { makePortfolio, type TestPortfolio } from "./portfolio.ts";

let portfolio: TestPortfolio;
const CORRECTIONS = "/api/v1/products/client/corrections";

beforeAll(async () => {
  portfolio = await makePortfolio();
  return async () => await portfolio[Symbol.asyncDispose]();
}, 60_000);

async function sendPacked(encoding: string): Promise<number> {
  const headers = { "content-type": "application/json", "content-encoding": encoding };
  return (await portfolio.ask({ method: "POST", url: "/api/v1/snapshots", payload: "{}", headers })).statusCode;
}

describe("lists", () => {
  test("are paged by the cursor and by the link header, each item once", async () => {
    const seen: string[] = [];
    let url: string | undefined = "/api/v1/products?limit=1&sort=reach&descending=true";
    while (url !== undefined) {
      const answer = await portfolio.ask({ url });
      expect(answer.json()).toMatchObject({ total: 3 });
      seen.push(...answer.json().items.map(({ slug }: { readonly slug: string }) => slug));
      url = /^<([^>]+)>; rel="next"$/.exec(String(answer.headers.link))?.[1];
    }
    expect(seen).toEqual(["api", "client", "app"]);
  });

  test.each([
    ["kind=component", ["client"]],
    ["kind=component,product&owned=false", ["app"]],
    ["kind=component&kind=product&owner=ada", ["api", "client"]],
    ["repository=acme&stage=", ["api", "app", "client"]],
    ["repository=nowhere", []],
  ])("of products narrowed by %s", async (query, slugs) => {
    const { items, total } = (await portfolio.ask({ url: `/api/v1/products?${query}` })).json();
    expect([items.map(({ slug }: { readonly slug: string }) => slug), total]).toEqual([slugs, slugs.length]);
  });

  test("show only the fields that were asked for", async () => {
    const { items } = (await portfolio.ask({ url: "/api/v1/products?limit=1&fields=slug,reach" })).json();
    expect(items).toEqual([{ id: "prd_api", slug: "api", reach: 2 }]);
  });
});

describe("refusals say what does not fit, and where", () => {
  test.each([
    ["/api/v1/products?kind=thing", 400, [{ in: "query", pointer: "/kind/0" }]],
    ["/api/v1/products?colour=red", 400, [{ in: "query", pointer: "" }]],
    ["/api/v1/products?limit=0", 400, [{ in: "query", pointer: "/limit" }]],
    ["/api/v1/products?cursor=nonsense", 400, undefined],
    ["/api/v1/products/none", 404, undefined],
    ["/api/v1/nowhere", 404, undefined],
    ["/api/v1/past/products?at=yesterday", 400, [{ in: "query", pointer: "/at" }]],
    ["/api/../package.json", 404, undefined],
    ["/api/%2e%2e/%2e%2e/package.json", 404, undefined],
    ["/api/reference/../../start.ts", 404, undefined],
    ["/%c0%ae%c0%ae/etc/passwd", 400, undefined],
  ])("GET %s: %i", async (url, status, errors) => {
    const answer = await portfolio.ask({ url });
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    const body = answer.json();
    expect(body).toMatchObject({ status, ...(errors === undefined ? {} : { errors }) });
    expect((await portfolio.ask({ url: body.type })).statusCode, "its type has a page").toBe(200);
  });

  test.each([
    ["no JSON", "{", "application/json", 400],
    ["another type", "kind=accept", "application/x-www-form-urlencoded", 415],
    ["too large", JSON.stringify({ kind: "accept", more: "x".repeat(2 ** 20) }), "application/json", 413],
    ["nested deeply", "[".repeat(200_000) + "]".repeat(200_000), "application/json", 400],
    ["an unknown kind", '{"kind":"adopt"}', "application/json", 400],
    ["more than it knows", '{"kind":"accept","__proto__":{"admin":true}}', "application/json", 400],
    ["a unit that is not its own", '{"kind":"split","name":"x","units":["unit_api"]}', "application/json", 422],
  ])("a correction that is %s", async (_, payload, type, status) => {
    const answer = await portfolio.ask({
      method: "POST",
      url: CORRECTIONS,
      payload,
      headers: { "content-type": type },
    });
    expect(answer.json()).toMatchObject({ status });
  });

  test("a snapshot that is not valid, with the JSON pointer of every fault", async () => {
    const payload = { ...smallSnapshot(), people: [{ id: 1 }] };
    const answer = await portfolio.ask({ method: "POST", url: "/api/v1/snapshots", payload });
    expect(answer.json()).toMatchObject({ status: 422 });
    expect(answer.json().errors).toContainEqual({
      in: "body",
      pointer: "/people/0/id",
      detail: "Invalid input: expected string, received number",
      code: "snapshot/invalid",
    });
  });

  test("a bomb: what is small when packed is counted unpacked", async () => {
    const { id, partBytes } = (await portfolio.ask({ method: "POST", url: "/api/v1/uploads" })).json();
    const payload = gzipSync(Buffer.alloc(partBytes + 1));
    const headers = { "content-type": "application/octet-stream", "content-encoding": "gzip" };
    const answer = await portfolio.ask({ method: "PUT", url: `/api/v1/uploads/${id}/parts/0`, payload, headers });
    expect(answer.json()).toMatchObject({ status: 413 });
  });
});

describe("snapshots", () => {
  test.each([
    ["gzip", gzipSync],
    ["zstd", zstdCompressSync],
  ])("may come packed by %s, and the same content twice changes nothing", async (encoding, pack) => {
    const payload = pack(JSON.stringify(smallSnapshot()));
    const headers = { "content-type": "application/json", "content-encoding": encoding };
    const answer = await portfolio.ask({ method: "POST", url: "/api/v1/snapshots", payload, headers });
    expect([answer.statusCode, answer.json().known]).toEqual([200, true]);
  });

  test("may not come packed by what is not read, or broken", async () => {
    expect([await sendPacked("br"), await sendPacked("gzip")]).toEqual([415, 400]);
  });

  test("larger than what is held in memory go by way of a file", async () => {
    const message = "x".repeat(1000);
    const problems = Array.from({ length: 10_000 }, () => ({ code: "npm/odd", severity: "info" as const, message }));
    await using other = await makePortfolio({ empty: true });
    const payload = { ...smallSnapshot(), problems };
    const answer = await other.ask({ method: "POST", url: "/api/v1/snapshots", payload });
    expect([answer.statusCode, answer.json()]).toMatchObject([201, { products: 3 }]);
  });
});

describe("conditions", () => {
  test("what did not change is not sent again", async () => {
    const first = await portfolio.ask({ url: "/api/v1/products/client" });
    const headers = { "if-none-match": String(first.headers.etag) };
    expect((await portfolio.ask({ url: "/api/v1/products/client", headers })).statusCode).toBe(304);
  });

  test("a change names the version that it is for; of two such changes the second is refused", async () => {
    const tag = String((await portfolio.ask({ url: "/api/v1/products/client" })).headers.etag);
    const rename = async (name: string) =>
      await portfolio.ask({
        method: "POST",
        url: CORRECTIONS,
        payload: { kind: "rename", name },
        headers: { "if-match": tag },
      });
    const [first, second] = [await rename("Client one"), await rename("Client two")];
    expect([first.statusCode, second.statusCode]).toEqual([201, 412]);
    expect(second.json()).toMatchObject({ type: "/api/problems/version-conflict", version: expect.any(Number) });
    const version = second.json().version;
    expect((await portfolio.ask({ url: "/api/v1/products/client" })).json()).toMatchObject({
      row: { name: "Client one", version },
    });
  });

  test("the same request twice, by its key, is done once", async () => {
    const headers = { "idempotency-key": "5f1d" };
    const edit = async (mission: string) =>
      await portfolio.ask({ method: "POST", url: CORRECTIONS, payload: { kind: "edit", mission }, headers });
    const [first, second, other] = [await edit("Calls the API."), await edit("Calls the API."), await edit("Another.")];
    expect(second.json()).toEqual(first.json());
    expect([first, second].map(({ headers: { "idempotency-replayed": replayed } }) => replayed)).toEqual([
      undefined,
      "true",
    ]);
    expect(other.json()).toMatchObject({ status: 422, type: "/api/problems/idempotency-mismatch" });
  });

  test("of many with one key at the same moment one is done", async () => {
    const before = (await portfolio.ask({ url: "/api/v1/corrections" })).json().items.length;
    const request = {
      method: "POST",
      url: CORRECTIONS,
      payload: { kind: "accept" },
      headers: { "idempotency-key": "many" },
    } as const;
    const statuses = await Promise.all(
      Array.from({ length: 50 }, async () => (await portfolio.ask(request)).statusCode),
    );
    expect(new Set(statuses).difference(new Set([201, 409])).size).toBe(0);
    expect((await portfolio.ask({ url: "/api/v1/corrections" })).json().items).toHaveLength(before + 1);
  });
});

describe("the API about itself", () => {
  test.each([
    ["/api/", "text/html"],
    ["/api/reference.js", "text/javascript"],
    ["/api/reference.css", "text/css"],
    ["/api/openapi.json", "application/json"],
  ])("%s is served, and runs nothing from elsewhere", async (url, type) => {
    const answer = await portfolio.ask({ url });
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, expect.stringContaining(type)]);
    expect(answer.headers["content-security-policy"]).toContain("script-src 'self'");
    expect(answer.body).not.toMatch(/(?:src|href)="https?:/);
  });

  test("the address of the server itself leads to the reference", async () => {
    expect((await portfolio.ask({ url: "/" })).headers.location).toBe("/api/");
  });
});

describe("who asks", () => {
  test("a page elsewhere can't change anything", async () => {
    const headers = { origin: "https://evil.example" };
    expect((await portfolio.ask({ method: "POST", url: "/api/v1/uploads", headers })).statusCode).toBe(403);
    const own = { origin: "http://127.0.0.1:4000" };
    expect((await portfolio.ask({ method: "POST", url: "/api/v1/uploads", headers: own })).statusCode).toBe(201);
  });

  test("a page at the public address may, whatever host a proxy writes", async () => {
    const { store } = portfolio;
    const app = await createPortfolioApp({
      store,
      authenticate: () => ({ id: "ann", kind: "person", organisation: "acme", may: () => true }),
      server: { ...alone(store), origin: "https://freehold.example.org" },
    });
    const from = async (origin: string) =>
      (await app.inject({ method: "POST", url: "/api/v1/uploads", headers: { host: "inside:4000", origin } }))
        .statusCode;
    expect(await from("https://freehold.example.org")).toBe(201);
    expect(await from("https://freehold.example.org.evil.example")).toBe(403);
    await app.close();
  });

  test("a server without accounts answers to names of this machine only", async () => {
    const app = await createPortfolioApp({ store: portfolio.store });
    expect((await app.inject({ url: "/api/v1/products", headers: { host: "evil.example" } })).statusCode).toBe(421);
    await app.close();
  });

  test("a right that is lacking is refused before the body is read", async () => {
    const readOnly = {
      id: "bob",
      kind: "token",
      organisation: "acme",
      may: (right: string) => right === "read",
    } as const;
    const app = await createPortfolioApp({ store: portfolio.store, authenticate: () => readOnly });
    const answer = await app.inject({
      method: "POST",
      url: CORRECTIONS,
      payload: "{",
      headers: { "content-type": "application/json" },
    });
    expect(answer.statusCode).toBe(403);
    expect((await app.inject({ url: "/api/v1/products" })).statusCode).toBe(200);
    await app.close();
  });
});

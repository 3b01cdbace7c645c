/** The server over one snapshot: the same API, read only, with what the repositories at hand can tell. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient } from "@freehold/client";
import type { Comparison } from "@freehold/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveSnapshot, type SnapshotServer } from "../src/index.ts";
import { smallSnapshot } from "./small-snapshot.ts";

let folder: string;
let server: SnapshotServer;
let client: Client;

const comparison: Comparison = {
  base: { label: "before.json" },
  head: { label: "after.json" },
  judged: "shapes",
  products: [],
  unchanged: 1,
  problems: [],
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "freehold-server-"));
  await mkdir(join(folder, "web", "assets"), { recursive: true });
  await writeFile(join(folder, "web", "index.html"), "<!doctype html><title>Freehold</title>");
  await writeFile(join(folder, "web", "assets", "app-1a2b.js"), "export {};");
  await writeFile(join(folder, "secret.txt"), "not for the web");
  server = await serveSnapshot({ snapshot: smallSnapshot(), comparison, webRoot: join(folder, "web") });
  client = createClient({ server: server.address });
  await server.assessed();
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = async (path: string, headers: Record<string, string> = {}) =>
  await fetch(`${server.address}${path}`, { headers });

function of(product: string) {
  return { params: { path: { product } } };
}

describe("what the pages ask for", () => {
  it("counts what the lists show", async () => {
    const { data } = await client.GET("/api/v1/summary");
    expect(data).toMatchObject({
      products: 3,
      hidden: 0,
      kinds: { product: 2, component: 1, process: 0 },
      unowned: 1,
      people: 1,
      problems: 1,
      repositories: 1,
      repository: { id: "acme" },
      scannedAt: "2026-11-22T09:00:00.000Z",
      waiting: 0,
    });
  });

  it("counts dependents, reach and what comes from outside, and has assessed every product", async () => {
    const query = { sort: "reach", descending: true } as const;
    const { data } = await client.GET("/api/v1/products", { params: { query } });
    const figures = data?.items.map(({ slug, dependents, reach, dependencies, externals }) => ({
      slug,
      dependents,
      reach,
      dependencies,
      externals,
    }));
    expect(figures).toEqual([
      { slug: "api", dependents: 1, reach: 2, dependencies: 0, externals: 1 },
      { slug: "client", dependents: 1, reach: 1, dependencies: 1, externals: 0 },
      { slug: "app", dependents: 0, reach: 0, dependencies: 1, externals: 0 },
    ]);
    for (const { assessment } of data?.items ?? []) expect(assessment).toMatchObject({ steady: false });
  });

  it("lists figures of an assessment as its own page has them", async () => {
    const { data: page } = await client.GET("/api/v1/products/{product}/assessment", of("api"));
    const { data: found } = await client.GET("/api/v1/products/{product}", of("api"));
    expect(found?.row.assessment?.score).toBe(page?.assessment.score);
    expect(page?.assessment.plane.valueTerms.find(({ name }) => name === "reach")?.value).toBe(2);
    expect(page?.factsRead).toBe(false);
  });

  it("shows what is promised, and who may use it, apart from the product itself", async () => {
    const { data: found } = await client.GET("/api/v1/products/{product}/interface", of("api"));
    expect(found?.units).toMatchObject([
      { state: "read", elements: [{ name: "serve", users: [0], shapeKnown: true }], undeclared: [1] },
    ]);
    expect(found?.uses).toMatchObject([
      { product: { slug: "client" }, symbol: "serve", places: [{ path: "client/src/index.ts", line: 2 }] },
      { product: { slug: "client" }, symbol: "secret" },
    ]);
    const { data: detail } = await client.GET("/api/v1/products/{product}/detail", of("api"));
    expect(detail?.units).toMatchObject([{ elements: 1 }]);
    expect(JSON.stringify(detail)).not.toContain("serve()");
  });

  it("shows who relies on a product, with the place", async () => {
    const { data: detail } = await client.GET("/api/v1/products/{product}/detail", of("api"));
    expect(detail?.dependents).toMatchObject([
      {
        product: { slug: "client" },
        total: 1,
        uses: [
          { unit: { name: "@acme/client" }, evidence: [{ path: "client/src/index.ts", line: 2, repository: "acme" }] },
        ],
      },
    ]);
    expect(detail?.provides).toMatchObject([{ id: "pkg:npm/%40acme/api", dependents: [{ slug: "client" }] }]);
    expect(detail?.externals).toMatchObject([{ identifier: "pkg:npm/fastify" }]);
    expect(detail?.people).toMatchObject([{ id: "ada", name: "Ada Moreau" }]);
  });

  it.each(["api", "prd_api", "@acme/api"])("finds a product as %s", async (name) => {
    const { data } = await client.GET("/api/v1/products/{product}/detail", of(name));
    expect(data?.product.slug).toBe("api");
  });

  it("finds the product of a problem by its path", async () => {
    const { data } = await client.GET("/api/v1/findings", { params: { query: { kind: "problem" } } });
    expect(data?.items).toMatchObject([{ problem: { code: "npm/invalid-json", product: { slug: "client" } } }]);
  });
});

describe("what only a server beside repositories has", () => {
  it("is announced", async () => {
    const { data } = await client.GET("/api/v1/capabilities");
    expect(data).toEqual({
      drafts: false,
      comparison: { base: "before.json", head: "after.json", products: 0, breaking: 0, unknown: 0 },
    });
  });

  it("is refused where it is not there, with where to have it", async () => {
    const { response, error } = await client.GET("/api/v1/products/{product}/drafts", of("api"));
    expect(response.status).toBe(409);
    expect(error).toMatchObject({ type: "/api/problems/not-here", detail: expect.stringContaining("freehold open") });
  });
});

it("does not write", async () => {
  const { response } = await client.POST("/api/v1/products/{product}/corrections", {
    ...of("api"),
    body: { kind: "accept" },
  });
  expect(response.status).toBe(403);
});

it("says what to do where the port is in use", async () => {
  const port = Number(new URL(server.address).port);
  await expect(serveSnapshot({ snapshot: smallSnapshot(), webRoot: "", port })).rejects.toMatchObject({
    code: "server/port-in-use",
  });
});

it("answers a known entity tag with nothing", async () => {
  const first = await get("/api/v1/products");
  const again = await get("/api/v1/products", { "if-none-match": String(first.headers.get("etag")) });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

describe("pages", () => {
  it.each(["/", "/products", "/products/lodash.js", "/map?focus=a"])("%s is the app", async (url) => {
    const response = await get(url, { accept: "text/html" });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("<title>Freehold</title>");
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });
  it("allows no inline script, no frame, nothing from elsewhere", async () => {
    const { headers } = await get("/products", { accept: "text/html" });
    expect(headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self';");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
  it("keeps assets for good, as their names hold a hash", async () => {
    expect((await get("/assets/app-1a2b.js")).headers.get("cache-control")).toContain("immutable");
  });
  it("has no page for an asset that is gone", async () => {
    expect((await get("/assets/app-old.js", { accept: "text/html" })).status).toBe(404);
  });
  it.each(["/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/%00"])(
    "%s does not leave the folder",
    async (url) => {
      const response = await get(url);
      expect(await response.text()).not.toContain("not for the web");
      expect(response.status).toBeGreaterThanOrEqual(400);
    },
  );
  it("says what to do where nothing is built", async () => {
    const bare = await serveSnapshot({ snapshot: smallSnapshot(), webRoot: join(folder, "nothing") });
    const response = await fetch(`${bare.address}/products`, { headers: { accept: "text/html" } });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining("npm run build") });
    await bare.close();
  });
});

import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { buildView } from "@freehold/engine";
import {
  assessmentListSchema,
  assessmentResourceSchema,
  type Comparison,
  comparisonSchema,
  findingsResourceSchema,
  graphResourceSchema,
  ownerRowSchema,
  productDetailSchema,
  productDraftsSchema,
  productInterfaceSchema,
  productRowSchema,
  snapshotSchema,
  summarySchema,
} from "@freehold/model";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { createApp } from "../src/app.ts";
import { routes } from "../src/routes/registry.ts";
import { smallSnapshot } from "./small-snapshot.ts";

let app: FastifyInstance;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "freehold-server-"));
  await mkdir(join(folder, "web", "assets"), { recursive: true });
  await writeFile(join(folder, "web", "index.html"), "<!doctype html><title>Freehold</title>");
  await writeFile(join(folder, "web", "assets", "app-1a2b.js"), "export {};");
  await writeFile(join(folder, "secret.txt"), "not for the web");
  const view = buildView(smallSnapshot(), { comparison });
  app = await createApp({ view: () => view, webRoot: join(folder, "web") });
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const comparison: Comparison = {
  base: { label: "before.json" },
  head: { label: "after.json" },
  judged: "shapes",
  products: [],
  unchanged: 1,
  problems: [],
};

function get(url: string, headers: Record<string, string> = {}) {
  return app.inject({ url, headers: { host: "127.0.0.1:4000", ...headers } });
}

describe("resources", () => {
  it.each([
    ["/api/v1/summary", summarySchema],
    ["/api/v1/products", z.array(productRowSchema)],
    ["/api/v1/products/api", productDetailSchema],
    ["/api/v1/products/api/interface", productInterfaceSchema],
    ["/api/v1/diff", comparisonSchema],
    ["/api/v1/assessments", assessmentListSchema],
    ["/api/v1/products/api/assessment", assessmentResourceSchema],
    ["/api/v1/products/api/drafts", productDraftsSchema],
    ["/api/v1/people", z.array(ownerRowSchema)],
    ["/api/v1/problems", findingsResourceSchema],
    ["/api/v1/graph", graphResourceSchema],
    ["/api/v1/snapshot", snapshotSchema],
  ])("%s fits its schema, exactly", async (url, schema) => {
    const response = await get(url);
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(schema.parse(response.json())).toEqual(response.json());
  });

  it("counts what the lists show", async () => {
    const summary = (await get("/api/v1/summary")).json();
    expect(summary).toMatchObject({
      products: 3,
      hidden: 0,
      kinds: { product: 2, component: 1, process: 0 },
      unowned: 1,
      people: 1,
    });
  });

  it("counts dependents, reach and what comes from outside", async () => {
    const rows = z.array(productRowSchema).parse((await get("/api/v1/products")).json());
    const figures = rows.map(({ slug, dependents, reach, dependencies, externals }) => ({
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
  });

  it("shows what is promised, and who may use it, apart from the product itself", async () => {
    const found = productInterfaceSchema.parse((await get("/api/v1/products/api/interface")).json());
    expect(found.units).toMatchObject([
      { state: "read", elements: [{ name: "serve", users: [0], shapeKnown: true }], undeclared: [1] },
    ]);
    expect(found.uses).toMatchObject([
      { product: { slug: "client" }, symbol: "serve", places: [{ path: "client/src/index.ts", line: 2 }] },
      { product: { slug: "client" }, symbol: "secret" },
    ]);
    const detail = productDetailSchema.parse((await get("/api/v1/products/api")).json());
    expect(detail.units).toMatchObject([{ elements: 1 }]);
    expect(JSON.stringify(detail)).not.toContain("serve()");
  });

  it("says that there is nothing to compare with", async () => {
    const alone = buildView(smallSnapshot());
    const other = await createApp({ view: () => alone, webRoot: "" });
    const response = await other.inject({ url: "/api/v1/diff", headers: { host: "localhost" } });
    expect(response.json()).toMatchObject({ status: 404, type: "/api/problems/no-comparison" });
    expect((await get("/api/v1/summary")).json()).toMatchObject({ comparison: { base: "before.json", breaking: 0 } });
    await other.close();
  });

  it("shows who relies on a product, with the place", async () => {
    const detail = productDetailSchema.parse((await get("/api/v1/products/api")).json());
    expect(detail.dependents).toMatchObject([
      {
        product: { slug: "client" },
        total: 1,
        uses: [
          { unit: { name: "@acme/client" }, evidence: [{ path: "client/src/index.ts", line: 2, repository: "acme" }] },
        ],
      },
    ]);
    expect(detail.provides).toMatchObject([{ id: "pkg:npm/%40acme/api", dependents: [{ slug: "client" }] }]);
    expect(detail.people).toMatchObject([{ id: "ada", name: "Ada Moreau" }]);
  });

  it.each(["api", "prd_api", "@acme/api"])("finds a product as %s", async (name) => {
    expect((await get(`/api/v1/products/${encodeURIComponent(name)}`)).json()).toMatchObject({
      product: { slug: "api" },
    });
  });

  it("shows the surroundings of a product only as far as asked", async () => {
    const picture = graphResourceSchema.parse((await get("/api/v1/graph?focus=api&depth=1")).json());
    expect(picture).toMatchObject({ shown: "neighbourhood", total: 3 });
    expect(picture.nodes.map(({ slug }) => slug)).toEqual(["api", "client"]);
    expect(picture.edges).toEqual([{ from: "client", to: "api", uses: 3, development: false, violation: false }]);
  });

  it("chooses what most rely on where not all fit", async () => {
    const picture = graphResourceSchema.parse((await get("/api/v1/graph?limit=2")).json());
    expect(picture).toMatchObject({ shown: "most-relied-on", total: 3 });
    expect(picture.nodes.map(({ slug }) => slug)).toEqual(["api", "client"]);
  });

  it("finds the product of a problem by its path", async () => {
    const { problems } = findingsResourceSchema.parse((await get("/api/v1/problems")).json());
    expect(problems).toMatchObject([{ code: "npm/invalid-json", product: { slug: "client" } }]);
  });
});

describe("transport", () => {
  it("answers a known entity tag with nothing", async () => {
    const { headers } = await get("/api/v1/products");
    const again = await get("/api/v1/products", { "if-none-match": String(headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
  });

  it("compresses what is large, for those who take it", async () => {
    const plain = await get("/api/v1/products/api");
    const packed = await get("/api/v1/products/api", { "accept-encoding": "gzip, br" });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    const refused = await get("/api/v1/products/api", { "accept-encoding": "gzip;q=0" });
    expect(refused.headers["content-encoding"]).toBeUndefined();
  });
});

describe("errors", () => {
  it.each([
    ["/api/v1/products/nonsense", 404, "no-such-product"],
    ["/api/v1/products/nonsense/assessment", 404, "no-such-product"],
    ["/api/v1/products/nonsense/interface", 404, "no-such-product"],
    ["/api/v1/graph?focus=nonsense", 404, "no-such-product"],
    ["/api/v1/graph?depth=99", 400, "invalid-input"],
    ["/api/v1/nonsense", 404, "not-found"],
    ["/api/v1/products/%ff", 400, "bad-request"],
  ])("%s is a problem of its own", async (url, status, type) => {
    const response = await get(url, { accept: "text/html" });
    expect(response.statusCode).toBe(status);
    expect(response.headers["content-type"]).toContain("application/problem+json");
    expect(response.json()).toMatchObject({ status, type: `/api/problems/${type}`, instance: url });
  });

  it("names the part that does not fit", async () => {
    expect((await get("/api/v1/graph?depth=x")).json()).toMatchObject({ errors: [{ pointer: "/depth" }] });
  });

  it("does not write", async () => {
    const response = await app.inject({ method: "POST", url: "/api/v1/products", headers: { host: "localhost" } });
    expect(response.statusCode).toBe(404);
  });
});

describe("rules for every request", () => {
  it.each(["127.0.0.1:4000", "localhost", "LOCALHOST:80", "[::1]:4000"])("answers to %s", async (host) => {
    expect((await get("/api/v1/summary", { host })).statusCode).toBe(200);
  });
  it.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:4000", "10.0.0.8"])(
    "does not answer to “%s”, which another page may have pointed here",
    async (host) => {
      const response = await get("/api/v1/summary", { host });
      expect(response.statusCode).toBe(421);
      expect(response.json()).toMatchObject({ type: "/api/problems/unknown-host" });
    },
  );
  it("allows no inline script, no frame, nothing from elsewhere", async () => {
    const { headers } = await get("/products", { accept: "text/html" });
    expect(headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self';");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("pages", () => {
  it.each(["/", "/products", "/products/lodash.js", "/map?focus=a"])("%s is the app", async (url) => {
    const response = await get(url, { accept: "text/html" });
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain("<title>Freehold</title>");
    expect(response.headers["cache-control"]).toBe("no-cache");
  });
  it("keeps assets for good, as their names hold a hash", async () => {
    expect((await get("/assets/app-1a2b.js")).headers["cache-control"]).toContain("immutable");
  });
  it("has no page for an asset that is gone", async () => {
    expect((await get("/assets/app-old.js", { accept: "text/html" })).statusCode).toBe(404);
  });
  it.each(["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/%00"])(
    "%s does not leave the folder",
    async (url) => {
      const response = await get(url);
      expect(response.body).not.toContain("not for the web");
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
    },
  );
  it("says what to do where nothing is built", async () => {
    const view = buildView(smallSnapshot());
    const bare = await createApp({ view: () => view, webRoot: join(folder, "nothing") });
    const response = await bare.inject({ url: "/products", headers: { host: "localhost", accept: "text/html" } });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({ detail: expect.stringContaining("npm run build") });
    await bare.close();
  });
});

describe("registry of routes", () => {
  it("has each path once", () => expect(new Set(routes.map(({ path }) => path)).size).toBe(routes.length));
});

/** The client against the server, with a connection that breaks where the test says. */
import { ApiFailure, createClient, pushSnapshot } from "@freehold/client";
import { expect, test } from "vitest";
import { smallSnapshot } from "../small-snapshot.ts";
import { makePortfolio, type TestPortfolio } from "./portfolio.ts";

const snapshot = new Blob([JSON.stringify(smallSnapshot())]);
const IN_PARTS = { atOnceBytes: 1000, partBytes: 1000, pause: 1 };

test("answers have the types of the document", async () => {
  await using portfolio = await makePortfolio();
  const client = clientOf(portfolio);
  const { data } = await client.GET("/api/v1/products/{product}", { params: { path: { product: "@acme/client" } } });
  expect([data?.row.slug, data?.by, data?.product.units]).toEqual(["client", "alias", ["unit_client"]]);
  const refused = await client.GET("/api/v1/products", { params: { query: { limit: 0 } } });
  expect(refused.error).toMatchObject({ status: 400, errors: [{ pointer: "/limit" }] });
});

test("a large snapshot goes in parts; what breaks is tried again, what arrived is not sent again", async () => {
  await using portfolio = await makePortfolio({ empty: true });
  const sent: string[] = [];
  const client = clientOf(portfolio, (method, path, count) => {
    sent.push(`${method} ${path.replace(/upl_\w+/, "1")}`);
    return count % 3 === 0 ? "broken" : "whole";
  });
  const pushed = await pushSnapshot(client, snapshot, IN_PARTS);
  expect(pushed).toMatchObject({ known: false, products: 3 });
  const parts = sent.filter((request) => request.startsWith("PUT"));
  expect(parts.length).toBeGreaterThan(Math.ceil(snapshot.size / 1000));
});

test("a push that broke for good goes on later with what is missing", async () => {
  await using portfolio = await makePortfolio({ empty: true });
  let upload = "";
  const breaking = clientOf(portfolio, (_, path) => (path.endsWith("/parts/2") ? "broken" : "whole"));
  const onProgress = (progress: { readonly upload: string }) => void (upload = progress.upload);
  await expect(pushSnapshot(breaking, snapshot, { ...IN_PARTS, attempts: 2, onProgress })).rejects.toThrow(
    "fetch failed",
  );
  const sent: string[] = [];
  const client = clientOf(portfolio, (_, path) => (sent.push(path), "whole"));
  expect(await pushSnapshot(client, snapshot, { ...IN_PARTS, upload })).toMatchObject({ products: 3 });
  expect(sent.filter((path) => /parts\/[01]$/.test(path))).toEqual([]);
});

test("what the server refuses is told, and not tried again", async () => {
  await using portfolio = await makePortfolio({ empty: true });
  let asked = 0;
  const client = clientOf(portfolio, () => (asked++, "whole"));
  const refusal = await pushSnapshot(client, new Blob(["{}"])).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ApiFailure);
  expect(refusal).toMatchObject({
    problem: { status: 422, errors: [{ pointer: "/format" }, { pointer: "/version" }] },
  });
  expect(asked).toBe(1);
});

type Connection = (method: string, path: string, count: number) => "whole" | "broken";

/** A broken connection has the request arrive and loses the answer, which is the harder half. */
function clientOf(portfolio: TestPortfolio, connection: Connection = () => "whole") {
  let count = 0;
  return createClient({
    server: "http://127.0.0.1:4000/",
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      const payload = Buffer.from(await request.arrayBuffer());
      const answer = await portfolio.ask({
        method: request.method,
        url: pathname + search,
        headers: Object.fromEntries(request.headers),
        ...(payload.length === 0 ? {} : { payload }),
      });
      if (connection(request.method, pathname, ++count) === "broken") throw new TypeError("fetch failed");
      const { "content-type": type = "" } = answer.headers;
      return new Response(answer.rawPayload, { status: answer.statusCode, headers: { "content-type": type } });
    },
  });
}

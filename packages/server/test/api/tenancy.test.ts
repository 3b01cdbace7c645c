/**
 * Nobody sees or changes anything of another organisation, by any route. The proof is by comparison: somebody
 * of `other` asks for what `acme` has, once where `acme` is full and once where it is empty; every answer must
 * be the same, to the letter.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { makePortfolio, type TestPortfolio } from "./portfolio.ts";
import { EXAMPLES, operations, requestFor } from "./requests.ts";
import { sourceExamples } from "./source-examples.ts";

let full: TestPortfolio;
let empty: TestPortfolio;
let examples: Record<string, string>;

beforeAll(async () => {
  [full, empty] = [await makePortfolio(), await makePortfolio({ empty: true })];
  const upload = await full.ask({ method: "POST", url: "/api/v1/uploads" });
  examples = { ...EXAMPLES, upload: upload.json().id, ...(await sourceExamples(full)) };
  await full.ask({ method: "POST", url: "/api/v1/products/app/corrections", payload: { kind: "accept" } });
  return async () => {
    await full[Symbol.asyncDispose]();
    await empty[Symbol.asyncDispose]();
  };
});

describe("another organisation", () => {
  // What makes something comes last, so that what is asked for is never the other's own.
  const ordered = operations.toSorted((a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method));
  test.each(ordered.map((described) => [described.operation.operationId, described] as const))(
    "%s says the same whatever is there",
    async (_, described) => {
      const before = await stateOf(full);
      const request = requestFor(described, examples);
      const [a, b] = [await full.askAs("other", request), await empty.askAs("other", request)];
      expect([a.statusCode, anonymous(a.body)]).toEqual([b.statusCode, anonymous(b.body)]);
      expect(await stateOf(full), "nothing of acme changed").toEqual(before);
    },
  );
});

const ORDER = ["GET", "DELETE", "PUT", "POST"];

/** Ids are made up, corrections are numbered through all organisations, and times pass. */
function anonymous(body: string): string {
  return body
    .replaceAll(/"correction":\d+/g, '"correction":0')
    .replaceAll(/(upl|src|job)_\w+/g, "$1_")
    .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"time"');
}

async function stateOf(portfolio: TestPortfolio): Promise<unknown> {
  const { upload, source, job } = examples;
  const urls = ["organisations", "products", "corrections", `uploads/${upload}`, `sources/${source}`, `jobs/${job}`];
  return await Promise.all(urls.map(async (url) => (await portfolio.ask({ url: `/api/v1/${url}` })).json()));
}

import fc from "fast-check";
import type { InjectOptions } from "fastify";
import { expect, test } from "vitest";
import { DATABASES } from "./databases.ts";
import { makePortfolio } from "./portfolio.ts";
import { type Described, EXAMPLES, operations, parametersOf } from "./requests.ts";

test.each(DATABASES)(
  "whatever is sent, the server answers, and refuses with problem details: $engine",
  { timeout: 120_000 },
  async (database) => {
    const { at, remove } = await database.make();
    const portfolio = await makePortfolio({ at });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...operations).chain(requests), async (request) => {
        const answer = await portfolio.ask(request);
        expect(answer.statusCode, `${JSON.stringify(request)} ${answer.body}`).toBeLessThan(500);
        if (answer.statusCode < 400) return;
        expect(answer.headers["content-type"]).toContain("application/problem+json");
        expect(answer.json()).toMatchObject({ status: answer.statusCode, type: expect.any(String) });
      }),
      { numRuns: 400, seed: 20_261_125 },
    );
    await portfolio[Symbol.asyncDispose]();
    await remove();
  },
);

const junk = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "",
    "0",
    "-1",
    "1e99",
    "null",
    "true",
    "%00",
    "../../etc/passwd",
    "a".repeat(1200),
    "'; drop table product; --",
  ),
  fc.constantFrom(...Object.values(EXAMPLES)),
);

/** The operation with any value for any of its parameters and headers, and any body. */
function requests(described: Described): fc.Arbitrary<InjectOptions> {
  const names = parametersOf(described);
  const values = fc.array(fc.option(junk, { freq: 3 }), { minLength: names.length, maxLength: names.length });
  const body = fc.option(fc.oneof(fc.jsonValue(), fc.constantFrom(...BODIES)));
  return fc.tuple(values, body).map(([given, payload]) => {
    const of = (place: string) =>
      names.flatMap((parameter, index) =>
        parameter.in === place ? [[parameter.name, given[index] ?? undefined] as const] : [],
      );
    const path = of("path").reduce(
      (text, [name, value]) =>
        text.replace(`{${name}}`, () => encodeURIComponent(wellFormed(value ?? EXAMPLES[name] ?? "x"))),
      described.path,
    );
    const query = of("query").flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string]],
    );
    const headers = Object.fromEntries(
      of("header").flatMap(([name, value]) => (value === undefined ? [] : [[name, visible(value)]])),
    );
    return {
      method: described.method,
      url: `${path}?${new URLSearchParams(query).toString()}`,
      headers: {
        ...headers,
        ...(payload === null || described.method === "GET" ? {} : { "content-type": "application/json" }),
      },
      ...(payload === null || described.method === "GET" ? {} : { payload: JSON.stringify(payload) }),
    };
  });
}

const BODIES = [
  { kind: "accept" },
  { kind: "merge", into: "prd_api" },
  { kind: "split", name: "x", units: ["unit_app"] },
  { kind: "claim", owner: { kind: "person", id: "x", name: "\u0000" } },
  { kind: "rename", name: "__proto__", slug: "../.." },
  { format: "freehold.snapshot", version: 1 },
];

function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** A client can't send other characters in a header. */
function visible(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, "?");
}

/** What nobody sends by mistake: bodies without end or depth, paths that climb, words that a client would run. */
import { expect, test } from "vitest";
import { makeExamples } from "./examples.ts";
import { makePortfolio } from "./portfolio.ts";
import { operations, parametersOf, requestFor } from "./requests.ts";

const WRITING = operations.filter(({ operation }) =>
  JSON.stringify(operation).includes('"application/json":{"schema"'),
);
const taking = WRITING.filter(({ operation }) => operation.requestBody !== undefined);
const DEEP = "[".repeat(400_000) + "]".repeat(400_000);
const DEEPER_OBJECT = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;

test(
  "every operation that takes a body refuses one that is nested too deeply, or too long",
  { timeout: 60_000 },
  async () => {
    await using portfolio = await makePortfolio();
    const examples = await makeExamples(portfolio);
    expect(taking.length).toBeGreaterThan(5);
    for (const described of taking) {
      const { method, url } = requestFor(described, examples);
      const headers = { "content-type": "application/json" };
      const name = described.operation.operationId;
      // A part is only kept; the whole is judged when its upload is finished.
      if (name === "putUploadPart") continue;
      for (const payload of [DEEP, DEEPER_OBJECT]) {
        const answer = await portfolio.ask({ method, url, headers, payload } as never);
        expect([name, answer.statusCode >= 400, answer.statusCode < 500], answer.body.slice(0, 300)).toEqual([
          name,
          true,
          true,
        ]);
      }
      if ("application/octet-stream" in Object(described.operation.requestBody?.["content"])) continue;
      const long = await portfolio.ask({ method, url, headers, payload: `"${"x".repeat(1024 * 1024 + 1)}"` } as never);
      expect([name, long.statusCode]).toEqual([name, 413]);
    }
  },
);

test("no parameter of a path leads out of where it belongs", { timeout: 60_000 }, async () => {
  await using portfolio = await makePortfolio();
  const given = await makeExamples(portfolio);
  const climbing = [
    "../../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "....//....//etc/passwd",
    "/etc/passwd",
    "\\..\\..\\x",
  ];
  for (const described of operations) {
    const names = parametersOf(described).filter((parameter) => parameter.in === "path");
    for (const { name } of names) {
      for (const value of climbing) {
        const answer = await portfolio.ask(requestFor(described, { ...given, [name]: value }));
        expect(answer.statusCode, `${described.operation.operationId} ${value}`).toBeLessThan(500);
        expect(answer.body).not.toContain("root:");
      }
    }
  }
});

test("script in any text is a text in every answer, and no answer is a page", async () => {
  await using portfolio = await makePortfolio();
  const evil = `"><img src=x onerror=alert(1)><script>alert(1)</script>`;
  const post = async (url: string, payload: object) => await portfolio.ask({ method: "POST", url, payload });
  const owner = { kind: "group", id: evil, name: evil };
  const bodies = [
    { kind: "rename", name: evil },
    { kind: "edit", mission: evil },
    { kind: "claim", owner },
  ];
  for (const body of bodies) expect((await post("/api/v1/products/prd_api/corrections", body)).statusCode).toBe(201);
  expect((await post("/api/v1/groups", { id: `${evil}2`, name: evil, members: [evil] })).statusCode).toBe(201);
  const examples = await makeExamples(portfolio);
  let found = 0;
  for (const described of operations.filter(({ method }) => method === "GET")) {
    const answer = await portfolio.ask(requestFor(described, { ...examples, product: "prd_api" }));
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(String(answer.headers["content-security-policy"])).toContain("default-src 'none'");
    const type = String(answer.headers["content-type"]);
    expect([described.operation.operationId, type]).toEqual([
      described.operation.operationId,
      expect.not.stringContaining("html"),
    ]);
    if (answer.body.includes("onerror")) found++;
    if (type.includes("xml")) expect(answer.body).not.toMatch(/<(?:img|script)/);
  }
  expect(found).toBeGreaterThan(3);
});

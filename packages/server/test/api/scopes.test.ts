/** Every route holds what the document says of it: without its right it is refused, whatever other rights one has. */
import type { FastifyInstance } from "fastify";
import { beforeAll, describe, expect, test } from "vitest";
import { RIGHTS } from "../../src/accounts/policy.ts";
import { createPortfolioApp } from "../../src/api/app.ts";
import { makeExamples } from "./examples.ts";
import { makePortfolio, type TestPortfolio } from "./portfolio.ts";
import { type Described, operations, requestFor } from "./requests.ts";

let portfolio: TestPortfolio;
let app: FastifyInstance;
let held: ReadonlySet<string> = new Set();
const may = (right: string) => held.has(right);
let examples: Readonly<Record<string, string>>;

beforeAll(async () => {
  portfolio = await makePortfolio();
  examples = await makeExamples(portfolio);
  const { store, server } = portfolio;
  const actor = { id: "tok_1", kind: "token", organisation: "acme", user: "usr_1", may } as const;
  app = await createPortfolioApp({ store, authenticate: () => actor, server });
  return async () => {
    await app.close();
    await portfolio[Symbol.asyncDispose]();
  };
}, 60_000);

/** What a token of these scopes is answered. */
async function statusWith(scopes: readonly string[], described: Described): Promise<number> {
  held = new Set(scopes);
  const headers = { host: "127.0.0.1:4000" };
  return (await app.inject({ ...requestFor(described, examples), headers })).statusCode;
}

const judged = operations.filter(({ operation }) => operation["x-right"] !== "none");

describe("a token", () => {
  test.each(judged.map((described) => [described.operation["x-right"], described.operation.operationId, described]))(
    "without the scope %s is refused %s",
    async (right, _operation, described) => {
      const others = RIGHTS.filter((other) => other !== right);
      expect(await statusWith(others, described)).toBe(403);
    },
  );

  test("with the scope is heard", async () => {
    for (const described of judged.filter(({ method }) => method === "GET")) {
      const { "x-right": right, operationId } = described.operation;
      const heard = await statusWith([right], described);
      if (!OF_PEOPLE.has(operationId)) expect([operationId, heard]).toEqual([operationId, 200]);
    }
  });
});

/** A token has no sessions; who acts by one is told so. */
const OF_PEOPLE = new Set(["listSessions"]);

test("what is open to everybody is little, and known", () => {
  const open = operations.filter(({ operation }) => operation["x-right"] === "none");
  expect(open.map(({ operation }) => operation.operationId)).toEqual(["getSession", "findInvitation", "join"]);
});

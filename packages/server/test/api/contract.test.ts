import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { openApiText } from "../../src/index.ts";
import { apiRoutes } from "../../src/api/routes/registry.ts";
import { DATABASES } from "./databases.ts";
import { invitationSecret, makeExamples } from "./examples.ts";
import { makePortfolio, type TestPortfolio } from "./portfolio.ts";
import { document, operations, requestFor } from "./requests.ts";

test("the registry lists every file of the folder, and no operation twice", () => {
  const folder = new URL("../../src/api/routes", import.meta.url);
  const files = readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(".ts"));
  expect(apiRoutes).toHaveLength(files.length - 1);
  expect(new Set(apiRoutes.map(({ operation }) => operation)).size).toBe(apiRoutes.length);
});

test("the client is made from the document of these routes (npm run generate -w @freehold/server)", () => {
  expect(readFileSync(new URL("../../../client/openapi.json", import.meta.url), "utf8")).toBe(openApiText());
});

/** Making the tables of the job queue on PostgreSQL takes a while on a busy machine. */
const MOMENTS = 60_000;

describe.each(DATABASES)("every operation answers as the document says, on $engine", (database) => {
  let portfolio: TestPortfolio;
  let examples: Record<string, string>;
  beforeAll(async () => {
    const { at, remove } = await database.make();
    portfolio = await makePortfolio({ at });
    examples = { ...(await makeExamples(portfolio)), secret: await invitationSecret(portfolio) };
    return async () => {
      await portfolio[Symbol.asyncDispose]();
      await remove();
    };
  }, MOMENTS);

  // What is removed is asked for before.
  const ordered = operations.toSorted((a, b) => endOf(a) - endOf(b));
  test.each(ordered.map((described) => [described.operation.operationId, described] as const))(
    "%s",
    async (_, described) => {
      const answer = await portfolio.ask(requestFor(described, examples));
      expect([200, 201], answer.body).toContain(answer.statusCode);
      const { content } = described.operation.responses[answer.statusCode] as unknown as Response;
      const [[type, { schema }] = ["", { schema: {} }]] = Object.entries(content);
      expect(String(answer.headers["content-type"])).toContain(type);
      if (type !== "application/json") return;
      expect(faults(schema, answer.json())).toEqual([]);
      expect(answer.json().items?.length, "the example finds something").not.toBe(0);
    },
  );
});

interface Response {
  readonly content: Readonly<Record<string, { readonly schema: object }>>;
}

/** Removing a whole comes after removing its parts. */
function endOf({ method, path }: { readonly method: string; readonly path: string }): number {
  if (method !== "DELETE") return 0;
  if (path.includes("}/")) return 1;
  return path.endsWith("}") ? 2 : 3;
}

const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });

function faults(schema: object, value: unknown): unknown[] {
  const validate = ajv.compile({ ...schema, components: document.components });
  return validate(value) ? [] : (validate.errors ?? []);
}

/**
 * Nobody sees or changes anything of another organisation, by any route. The proof is by comparison: somebody
 * of `other` asks for what `acme` has, once where `acme` is full and once where it is empty; every answer must
 * be the same, to the letter.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { makeExamples } from "./examples.ts";
import { makePortfolio, type TestPortfolio } from "./portfolio.ts";
import { operations, requestFor } from "./requests.ts";

let full: TestPortfolio;
let empty: TestPortfolio;
let examples: Record<string, string>;

beforeAll(async () => {
  [full, empty] = [await makePortfolio(), await makePortfolio({ empty: true })];
  examples = await makeExamples(full);
  return async () => {
    await full[Symbol.asyncDispose]();
    await empty[Symbol.asyncDispose]();
  };
}, 60_000);

/** What reads the same whatever is in an organisation, so that a comparison proves nothing, and why that is no harm. */
const SAYS_NOTHING_OF_IT: Readonly<Record<string, string>> = {
  getCapabilities: "what the server can do and who asks",
  getComparison: "what stands beside a server for one person, which has one organisation",
};

// An answer that is the same for a full and an empty organisation would be the same for who sees too much.
test("the comparison can tell: who belongs to it sees that it is full", async () => {
  const blind: string[] = [];
  for (const described of operations.filter(({ method }) => method === "GET")) {
    const request = requestFor(described, examples);
    const [a, b] = [await full.ask(request), await empty.ask(request)];
    const same = a.statusCode === b.statusCode && anonymous(a.body, full) === anonymous(b.body, empty);
    if (same) blind.push(described.operation.operationId);
  }
  expect(blind.toSorted()).toEqual(Object.keys(SAYS_NOTHING_OF_IT).toSorted());
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
      const [one, two] = [anonymous(a.body, full), anonymous(b.body, empty)];
      expect([a.statusCode, one]).toEqual([b.statusCode, two]);
      expect(await stateOf(full), "nothing of acme changed").toEqual(before);
    },
  );
});

const ORDER = ["GET", "DELETE", "PUT", "POST"];

/** Ids and secrets are made up, corrections are numbered through all organisations, and times pass. */
function anonymous(body: string, { userOf }: TestPortfolio): string {
  return body
    .replaceAll(userOf("other"), "usr_other")
    .replaceAll(/"correction":\d+/g, '"correction":0')
    .replaceAll(/\b(upl|src|job|tok|inv|whk)_\w+/g, "$1_")
    .replaceAll(/"(secret|token)":"[^"]+"/g, '"$1":"shown once"')
    .replaceAll(/join#[\w-]+/g, "join#")
    .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, '"time"');
}

async function stateOf(portfolio: TestPortfolio): Promise<unknown> {
  const { upload = "", webhook = "", source = "", job = "" } = examples;
  const lists = [
    "organisations",
    "products",
    "corrections",
    "members",
    "invitations",
    "tokens",
    "sessions",
    "webhooks",
  ];
  const urls = [...lists, `uploads/${upload}`, `sources/${source}`, `jobs/${job}`, `webhooks/${webhook}/deliveries`];
  return await Promise.all(urls.map(async (url) => (await portfolio.ask({ url: `/api/v1/${url}` })).json()));
}

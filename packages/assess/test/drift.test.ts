import type { Drift, Product } from "@freehold/model";
import { describe, expect, test } from "vitest";
import { assess, shippedStandard } from "../src/index.ts";
import { type Sample, sampleDocument, sampleProduct, sampleSnapshot, sampleUnit } from "./sample.ts";

function driftOf(sample: Sample): Drift[] {
  const declared: Partial<Product> = { charter: "product.yaml", provenance: "declared", ...sample.product };
  return assess(sampleSnapshot({ ...sample, product: declared }), shippedStandard()).products[0]?.drift ?? [];
}
const lines = (sample: Sample) => driftOf(sample).map(({ subject, observed }) => `${subject}: ${observed}`);
const withCharter = (charter: object, more: object = {}) => ({ charter: { name: "Lamp", ...charter }, ...more });

const published = (name: string) => lines({ unit: { name, published: true }, facts: withCharter({}) });

test("what agrees, and what nobody declares, does not drift", () => {
  expect(driftOf({})).toEqual([]);
  expect(
    driftOf({ facts: withCharter({ stage: "alpha", alternatives: [{ name: "Candle", reason: "Fire." }] }) }),
  ).toEqual([]);
});

describe("interfaces", () => {
  const element = {
    id: "GET /",
    kind: "operation",
    signature: "",
    hash: "",
    evidence: { rule: "x", path: "openapi.yaml", line: 1 },
  };
  const unit = { published: true, interfaces: [{ id: "api:x", kind: "openapi", elements: [element] }] } as never;
  const of = (...interfaces: object[]) => driftOf({ unit, facts: withCharter({ interfaces }) });

  test("declared and not there, there and not declared, and the same in other words", () => {
    expect(of({ kind: "openapi" })).toEqual([]);
    expect(of({ kind: "api" }, { kind: "page" })).toEqual([]);
    const found = of({ kind: "graphql" });
    expect(found.map(({ observed }) => observed)).toEqual([
      "none is found; there is openapi",
      "openapi with 1 elements",
    ]);
    expect(found.map(({ edit }) => edit)).toEqual([
      { kind: "charter", file: "product.yaml", op: "remove", at: ["interfaces", 0] },
      {
        kind: "charter",
        file: "product.yaml",
        op: "add",
        at: ["interfaces"],
        value: { kind: "openapi", path: "openapi.yaml" },
      },
    ]);
  });

  test("a charter that lists none promises none in particular", () => {
    expect(of()).toEqual([]);
  });
});

describe("names", () => {
  test("what is published under another name gets an alias, what contains the name does not", () => {
    expect(published("candlestick")).toEqual(["name: it publishes candlestick"]);
    expect(published("@lamp/core")).toEqual([]);
    expect(published("lamp-cli")).toEqual([]);
  });
});

test("relying on more than the charter allows", () => {
  const sample: Sample = {
    unit: { consumes: [{ id: "pkg:npm/oil", scope: "runtime", declared: true, imported: true, evidence: [] }] },
    facts: withCharter({ mayUse: ["wick"] }),
    others: [sampleProduct({ id: "prd_b", slug: "oil", name: "Oil", units: ["u2"], paths: ["acme/lamp:oil"] })],
    otherUnits: [sampleUnit({ id: "u2", name: "oil", path: "oil", provides: [{ id: "pkg:npm/oil", evidence: [] }] })],
  };
  expect(lines(sample)).toEqual(["relies on: relies on oil"]);
  expect(lines({ ...sample, facts: withCharter({ mayUse: ["oil"] }) })).toEqual([]);
});

test("a licence text of a family that words tell apart is not decided by the text", () => {
  const manifests = [{ unit: "u1", path: "package.json", license: "MIT" }];
  const of = (spdx: string[]) =>
    driftOf({ facts: { manifests, documents: [sampleDocument({ path: "LICENSE", role: "licence", spdx })] } });
  expect(of(["GPL-3.0"])).toMatchObject([{ subject: "licence", observed: "the text is GPL-3.0" }]);
  expect(of(["GPL-3.0"])[0]?.edit).toBeUndefined();
  expect(of(["MIT"])).toEqual([]);
  expect(of(["MIT", "Apache-2.0"])).toEqual([]);
});

describe("channels", () => {
  const url = "https://github.com/acme/lamp";
  const of = (channels: object[], ...targets: string[]) =>
    driftOf({
      url,
      facts: withCharter(
        { channels },
        { documents: [sampleDocument({ links: targets.map((target, index) => ({ target, line: index + 2 })) })] },
      ),
    });

  test("pages of the repository under its old owner, and not those of another one", () => {
    const [found, ...more] = of([{ kind: "issues", url: "https://github.com/old/lamp/issues" }]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      subject: "channels",
      observed: `it lies in ${url}`,
      edit: { op: "replace", at: ["channels", 0, "url"], value: "https://github.com/acme/lamp/issues" },
    });
    expect(of([{ kind: "issues", url: "https://github.com/acme/lamp/issues" }])).toEqual([]);
    expect(of([{ kind: "issues", url: "https://github.com/acme/support/issues" }])).toEqual([]);
  });

  test("a room that the README leads to and the charter does not", () => {
    const issues = { kind: "issues", url: `${url}/issues` };
    const chat = { kind: "chat", url: "https://discord.gg/old" };
    expect(of([issues], "https://discord.com/invite/new")).toMatchObject([
      { edit: { op: "add", value: { kind: "chat", url: "https://discord.com/invite/new" } } },
    ]);
    expect(of([issues, chat], "https://discord.gg/new")).toMatchObject([
      { declared: chat.url, edit: { op: "replace", at: ["channels", 1, "url"], value: "https://discord.gg/new" } },
    ]);
    expect(of([chat], "https://discord.com/invite/old?a=1", "https://t.me/news")).toEqual([]);
    expect(of([issues], "https://example.com/chat")).toEqual([]);
    // Which of several is the one, nobody here can say.
    expect(of([issues], "https://discord.gg/a", "https://gitter.im/b")).toEqual([]);
  });

  test("nobody declares where to ask: nothing drifts", () => expect(of([], "https://discord.gg/new")).toEqual([]));
});

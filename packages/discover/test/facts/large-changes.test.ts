import type { Product } from "@freehold/model";
import { findPeople, type History } from "@freehold/repository";
import { expect, test } from "vitest";
import { largeChanges, largeChangesOf } from "../../src/facts/history/large-changes.ts";
import { placeProducts } from "../../src/facts/history/product-places.ts";

const DAY = 24 * 3600;

interface Told {
  readonly files?: readonly string[];
  readonly gone?: readonly string[];
  readonly parents?: readonly number[];
  readonly subject?: string;
  readonly message?: string;
  readonly by?: string;
}

/** Where each begins, and where the last ends. */
const starts = (counts: readonly number[]) =>
  Uint32Array.from([0, ...counts.map((_, index) => counts.slice(0, index + 1).reduce((sum, one) => sum + one, 0))]);

/** Oldest first, a day apart; each follows the one before unless it says otherwise. */
function historyOf(commits: readonly Told[]): History {
  const changes = commits.flatMap(({ files = [], gone = [] }, commit) => [
    ...files.map((path) => ({ commit, path, status: 0 })),
    ...gone.map((path) => ({ commit, path, status: 2 })),
  ]);
  const paths = [...new Set(changes.map(({ path }) => path))];
  const authors = [...new Set(commits.map(({ by = "anna" }) => by))];
  const parents = commits.map(({ parents: own }, index) => own ?? (index === 0 ? [] : [index - 1]));
  return {
    commits: {
      id: commits.map((_, index) => `c0ffee${index}`),
      time: Float64Array.from(commits, (_, index) => 1_700_000_000 + index * DAY),
      author: Uint32Array.from(commits, ({ by = "anna" }) => authors.indexOf(by)),
      coAuthors: new Map(),
      subject: commits.map(({ subject }) => subject ?? "Change"),
      parents: Uint8Array.from(parents, (own) => own.length),
      parentsOf: { start: starts(parents.map((own) => own.length)), of: Int32Array.from(parents.flat()) },
      firstChange: starts(commits.map(({ files = [], gone = [] }) => files.length + gone.length)),
    },
    changes: {
      path: Uint32Array.from(changes, ({ path }) => paths.indexOf(path)),
      status: Uint8Array.from(changes, ({ status }) => status),
      added: new Int32Array(changes.length).fill(1),
      deleted: new Int32Array(changes.length),
      from: new Int32Array(changes.length).fill(-1),
    },
    paths,
    authors: authors.map((name) => ({ name, email: `${name}@acme.test` })),
    shallow: false,
    missingObjects: 0,
  };
}

const lamp: Product = {
  id: "lamp",
  slug: "lamp",
  aliases: [],
  name: "lamp",
  kind: "product",
  provenance: "inferred",
  confidence: 1,
  repositories: ["r"],
  units: [],
  paths: ["r:lamp"],
  reasons: [{ rule: "x" }],
  ownership: { declared: [], ranked: [], findings: [] },
};
const files = (folder: string, count = 12) =>
  Array.from({ length: count }, (_, index) => `lamp/${folder}/f${index}.ts`);
const begun: Told = { files: files("first") };

const silentOf = (commits: readonly Told[], records: readonly string[] = []) => {
  const history = historyOf([begun, ...commits]);
  const changes = largeChanges(history, findPeople(history));
  const messages = new Map(
    [begun, ...commits].map(({ subject = "Change", message }, index) => [`c0ffee${index}`, message ?? subject]),
  );
  const facts = largeChangesOf(changes, {
    places: placeProducts("r", [lamp]),
    messages,
    records,
    began: () => history.commits.time[0],
  }).get(0);
  return [facts?.count ?? 0, facts?.silentCount ?? 0];
};

test("a large change says why in its message, by what it refers to, in a document, or in a record", () => {
  expect(silentOf([{ files: files("dim") }])).toEqual([1, 1]);
  const told = "Dim\n\nPeople wake up at night and want a light that does not blind them.\n\nSigned-off-by: Anna";
  expect(silentOf([{ files: files("dim"), message: told }])).toEqual([1, 0]);
  expect(
    silentOf([{ files: files("dim"), message: "Dim\n\nSigned-off-by: Anna of the Lamps and of all other lights" }]),
  ).toEqual([1, 1]);
  expect(silentOf([{ files: files("dim"), subject: "Dim (#12)" }])).toEqual([1, 0]);
  expect(silentOf([{ files: [...files("dim"), "docs/dim.md"] }])).toEqual([1, 0]);
  expect(silentOf([{ files: files("dim") }], ["c0ffee1"])).toEqual([1, 0]);
});

test("what is small, moved, made by a machine, of tests, or a release is no large change", () => {
  expect(silentOf([{ files: files("dim", 9) }])).toEqual([0, 0]);
  expect(silentOf([{ files: files("dim"), gone: files("first") }])).toEqual([0, 0]);
  expect(silentOf([{ files: files("dim"), by: "renovate[bot]" }])).toEqual([0, 0]);
  expect(silentOf([{ files: files("tests") }])).toEqual([0, 0]);
  expect(silentOf([{ files: files("dim"), subject: "Release 2.0.0" }])).toEqual([0, 0]);
});

const branch = (subject: string): Told[] => [
  { files: files("dim", 6), parents: [0] },
  { files: files("night", 6) },
  { subject, parents: [0, 2] },
];

test("what a merge brings is one change, and its message counts for all of it", () => {
  expect(silentOf(branch("Merge branch dim"))).toEqual([1, 1]);
  expect(silentOf(branch("Merge pull request #12 from anna/dim"))).toEqual([1, 0]);
});

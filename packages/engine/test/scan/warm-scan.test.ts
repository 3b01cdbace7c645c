/** What the cache remembers never shows: a scan with it says what a scan without it says. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Snapshot } from "@freehold/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scan } from "../../src/index.ts";
import { beginStory, type Change, type Story } from "./story.ts";

const folder = mkdtempSync(join(tmpdir(), "freehold-warm-"));
const cacheHome = process.env["XDG_CACHE_HOME"];
let story: Story;

beforeAll(async () => {
  process.env["XDG_CACHE_HOME"] = join(folder, "cache");
  story = beginStory(join(folder, "shop"));
  story.tell([
    {
      "package.json": manifest("shop", {}, { private: true, workspaces: ["packages/*"] }),
      "packages/stock/package.json": manifest("@shop/stock", {}),
      "packages/stock/src/index.ts": "export { count } from './count.ts';\n",
      "packages/orders/package.json": manifest("@shop/orders", { "@shop/stock": "*" }),
      "packages/orders/src/index.ts": "import { count } from '@shop/stock';\nexport const orders = count;\n",
      CODEOWNERS: "/packages/stock/ @ada-lee\n",
    },
    ...edits(700),
  ]);
  await scanned(true);
}, 60_000);

afterAll(() => {
  if (cacheHome === undefined) delete process.env["XDG_CACHE_HOME"];
  else process.env["XDG_CACHE_HOME"] = cacheHome;
  rmSync(folder, { recursive: true, force: true });
});

function manifest(name: string, dependencies: Readonly<Record<string, string>>, more: object = {}): string {
  return JSON.stringify({ name, version: "1.0.0", main: "src/index.ts", dependencies, ...more });
}

function charter(mission: string): string {
  return `name: Store\nmission: ${mission}\nowners: [ada.lee@example.com]\n`;
}

/** Enough commits for the history to be kept as a base, on which a few later ones are read each time. */
function edits(count: number): Change[] {
  return Array.from({ length: count }, (_, index) => ({
    [`packages/${index % 3 === 0 ? "orders" : "stock"}/src/part-${index % 11}.ts`]: `export const step = ${index};\n`,
  }));
}

async function scanned(cache: boolean, more: { since?: string } = {}): Promise<Omit<Snapshot, "createdAt">> {
  const { snapshot } = await scan([story.path], { history: true, worktree: false, cache, interfaces: true, ...more });
  const { createdAt: _, ...rest } = snapshot;
  return rest;
}

/** In this order: each goes on from what the one before it left in the cache. */
const LATER: readonly (readonly [what: string, changes: readonly Change[], by?: string])[] = [
  ["nothing happened", []],
  ["a file was added", [{ "packages/stock/src/count.ts": "export function count(): number {\n  return 1;\n}\n" }]],
  [
    "a file was changed and a unit added",
    [
      {
        "packages/stock/src/count.ts": "export function count(of: string): number {\n  return 2;\n}\n",
        "packages/site/package.json": manifest("@shop/site", { "@shop/orders": "*" }),
      },
    ],
  ],
  [
    "files were moved and deleted, and a manifest broke",
    [
      { "packages/stock/src/part-1.ts": null, "packages/orders/src/moved.ts": "export const step = 683;\n" },
      { CODEOWNERS: null, "packages/stock/src/part-2.ts": null, "packages/site/package.json": "{" },
    ],
  ],
  ["many commits were made", edits(20)],
  [
    "a folder was renamed",
    [
      {
        "packages/stock/package.json": null,
        "packages/stock/src/index.ts": null,
        "packages/stock/src/count.ts": null,
        "packages/store/package.json": manifest("@shop/stock", {}),
        "packages/store/src/index.ts": "export { count } from './count.ts';\n",
        "packages/store/src/count.ts": "export function count(of: string): number {\n  return 2;\n}\n",
      },
    ],
  ],
  [
    "an alias came into the compiler's configuration",
    [
      { "packages/orders/src/late.ts": "import { count } from 'counting';\nexport const late = count;\n" },
      { "tsconfig.json": '{"compilerOptions":{"paths":{"counting":["./packages/store/src/count.ts"]}}}' },
    ],
  ],
  ["other owners were declared", [{ CODEOWNERS: "/packages/store/ bob.moe@example.com\n" }]],
  ["somebody new came", [{ "packages/orders/src/new.ts": "export const step = 1;\n" }], "Dee Roe"],
  [
    "a charter came, and changed",
    [
      { "packages/store/product.yaml": charter("Counts what is there.") },
      { "packages/store/product.yaml": charter("Counts what is in store.") },
    ],
  ],
  ["somebody put everybody under one name", [{ ".mailmap": "Ada Lee <ada.lee@example.com> <dee.roe@example.com>\n" }]],
];

test.each(LATER.map(([what, changes, by]) => [what, { changes, by }] as const))(
  "when %s since the last scan, the next says what a first would",
  async (_, { changes, by }) => {
    if (changes.length > 0) story.tell(changes, by);
    const cold = await scanned(false);
    const warm = await scanned(true);
    expect(warm).toEqual(cold);
    expect(cold.repositories[0]?.commits).toBeGreaterThan(700);
  },
);

test("after a history was rewritten, the next scan says what a first would", async () => {
  story.rewrite("refs/heads/main~2", [{ "packages/orders/src/amended.ts": "export const amended = 1;\n" }]);
  const cold = await scanned(false);
  expect(await scanned(true)).toEqual(cold);
});

test("after an older branch was merged, the next scan says what a first would", async () => {
  story.merge("refs/heads/main~5", [{ "packages/orders/src/aside.ts": "export const aside = 1;\n" }]);
  const cold = await scanned(false);
  expect(await scanned(true)).toEqual(cold);
});

test("a scan with other options says what a first with them would", async () => {
  const since = "2023-12-01";
  const cold = await scanned(false, { since });
  expect(await scanned(true, { since })).toEqual(cold);
  expect(cold.repositories[0]?.commits).toBeLessThan(700);
});

test("two scans at once say what a first would", async () => {
  story.tell([
    { "packages/orders/src/at-once.ts": "import { count } from '@shop/stock';\nexport const two = count;\n" },
  ]);
  const cold = await scanned(false);
  const [one, other] = await Promise.all([scanned(true), scanned(true)]);
  expect(one).toEqual(cold);
  expect(other).toEqual(cold);
});

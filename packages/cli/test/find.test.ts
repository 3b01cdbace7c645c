/** `find`: what is probably somebody's, from their recent work. */
import { join } from "node:path";
import { type Find, findSchema } from "@freehold/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MadeRepository, makeShop, temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
let shop: MadeRepository;

beforeAll(() => {
  process.env["XDG_CACHE_HOME"] = join(folder.path, "cache");
  shop = makeShop(join(folder.path, "shop"));
});
afterAll(() => folder.remove());

async function found(who: string, ...more: string[]): Promise<Find> {
  const { code, out } = await freehold(shop.path, "find", "--as", who, "--json", ...more);
  expect(code).toBe(0);
  return findSchema.parse(JSON.parse(out));
}

const places = ({ work }: Find) =>
  work.map(({ verdict, slug, name, belongs }) => `${verdict} ${belongs} ${slug ?? name}`);

test("a candidate that somebody works on may be claimed, with the command that does it", async () => {
  const { work, person } = await found("grace.hopper@example.com");
  expect(person.name).toBe("Grace Hopper");
  expect(work[0]).toMatchObject({ slug: "orders", verdict: "probably-yours", belongs: "candidate", ofMine: 1 });
  expect(work[0]?.ways).toMatchObject([{ way: "claim", command: "freehold init --unit orders" }]);
  expect(work[0]?.evidence[0]).toMatchObject({ rule: "find.commit", detail: "Improve orders 4" });
});

test("a product that is declared to be somebody's is theirs, and others may join", async () => {
  shop.commit("Ada Lovelace", "Charter", {
    "packages/stock/product.yaml": 'name: Stock\nowners: ["ada.lovelace@example.com"]\n',
  });
  shop.commit("Grace Hopper", "Help", { "packages/stock/src/help.ts": "export const help = 1;\n" });
  const ada = await found("Ada Lovelace");
  expect(ada.work[0]).toMatchObject({ slug: "stock", verdict: "yours", ways: [{ way: "improve" }] });
  const grace = await found("Grace Hopper");
  const stock = grace.work.find(({ slug }) => slug === "stock");
  expect(stock).toMatchObject({ verdict: "contributed", owner: "Ada Lovelace", ways: [{ way: "join" }] });
  expect(stock?.ways[0]?.text).toContain("packages/stock/product.yaml");
});

test("work that no product owns can begin one", async () => {
  shop.commit("Joan Clarke", "Notes", { "tools/report/make.py": "print(1)\n", "tools/report/read.py": "print(2)\n" });
  shop.commit("Ada Lovelace", "Charter", { "packages/orders/product.yaml": "name: Orders\n" });
  const joan = await found("Joan Clarke");
  expect(places(joan)[0]).toMatch(/^probably-yours/);
  expect(joan.work.flatMap(({ ways }) => ways).length).toBeGreaterThan(0);
});

test("the period is chosen, and an empty one says when the last work was", async () => {
  const day = await found("Ada Lovelace", "--days", "1");
  expect(day.commits).toBeLessThan((await found("Ada Lovelace")).commits);
  shop.commit("Kay McNulty", "Much later", { "README.md": "# Shop\n\nSells more things.\n" });
  const { out } = await freehold(shop.path, "find", "--as", "Grace Hopper", "--days", "1");
  expect(out).toMatch(/Nothing was done here since 2026-\d\d-\d\d/);
});

test("somebody unknown is told what was meant, and nobody how to say who", async () => {
  const unknown = await freehold(shop.path, "find", "--as", "Grace Hoper");
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain("Did you mean `Grace Hopper`?");
  shop.git("config", "user.email", "joan.clarke@example.com");
  const { out } = await freehold(shop.path, "find");
  expect(out).toContain("Joan Clarke");
});

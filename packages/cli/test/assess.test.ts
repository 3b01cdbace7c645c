import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Assessment, assessmentSchema, type StandardPreview, standardPreviewSchema } from "@freehold/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MadeRepository, makeShop, temporaryFolder } from "./repository-maker.ts";
import { freehold } from "./run.ts";

const folder = temporaryFolder();
let shop: MadeRepository;

beforeAll(() => {
  process.env["XDG_CACHE_HOME"] = join(folder.path, "cache");
  shop = makeShop(join(folder.path, "shop"));
});
afterAll(() => folder.remove());

const write = (name: string, text: string) => {
  writeFileSync(join(folder.path, name), text);
  return join(folder.path, name);
};

const facts = (state: string) =>
  write(
    "imported.json",
    JSON.stringify({
      format: "freehold.imported",
      version: 1,
      repositories: [
        {
          repository: "shop",
          mainLine: {
            provenance: "imported",
            source: "gitlab",
            importedAt: "2026-02-01T00:00:00Z",
            branch: "main",
            state,
            at: "2026-02-01T00:00:00Z",
          },
        },
      ],
    }),
  );

describe("assess", () => {
  test("lists every product with its score", async () => {
    const { code, out } = await freehold(shop.path, "assess");
    expect(code).toBe(0);
    expect(out).toMatch(/stock +\d+/);
    expect(out).toContain("An unknown check counts as not passed.");
  });

  test("one product: what failed, where, and what mends it", async () => {
    const { out } = await freehold(shop.path, "assess", "orders");
    expect(out).toMatch(/✗ It uses other products through their declared entries/);
    expect(out).toContain("packages/orders/src/index.ts:2");
    expect(out).toContain("→ Import what the entry of the other product exports");
    expect(out).toContain("simplicity = ");
  });

  test("--json follows its schema, and a product of a folder's name is asked for by --product", async () => {
    const all = JSON.parse((await freehold(shop.path, "assess", "--json")).out) as Assessment;
    expect(assessmentSchema.safeParse(all).error).toBeUndefined();
    const one = JSON.parse(
      (await freehold(shop.path, "assess", ".", "--product", "stock", "--json")).out,
    ) as Assessment;
    expect(one.products.map(({ slug }) => slug)).toEqual(["stock"]);
  });

  test("--imported: what the code host knows, with where it was read", async () => {
    const { out } = await freehold(shop.path, "assess", "orders", "--imported", facts("failing"));
    expect(out).toContain("✗ The pipelines of its main line pass: main fails since 2026-02-01.");
    const { code, err } = await freehold(shop.path, "assess", "--imported", facts("green"));
    expect(code).toBe(2);
    expect(err).toContain("at repositories.0.mainLine.state");
  });

  test("a product that is not there", async () => {
    const { code, err } = await freehold(shop.path, "assess", "--product", "stok");
    expect(code).toBe(2);
    expect(err).toContain("Did you mean `stock`?");
  });
});

describe("standard preview", () => {
  const head =
    'standard: acme\nversion: "1"\nextends: freehold\ncharacteristics:\n  community:\n    weight: 5\n    checks:\n';

  test("says who would fall, and by which check", async () => {
    const file = write(
      "own.yaml",
      `${head}      ours: { title: It has ten products, passes: "units.size() > 10", weight: 9 }\n`,
    );
    const { code, out } = await freehold(shop.path, "standard", "preview", file);
    expect(code).toBe(1);
    expect(out).toMatch(/would fall/);
    expect(out).toContain("✗ community/ours: Not so: It has ten products");
    const json = await freehold(shop.path, "standard", "preview", file, "--json");
    const preview = JSON.parse(json.out) as StandardPreview;
    expect(standardPreviewSchema.safeParse(preview).error).toBeUndefined();
    expect(preview.changes[0]?.direction).toBe("falls");
  });

  test("errors come with line and column, and nothing is judged", async () => {
    const file = write("broken.yaml", `${head}      ours: { title: x, passes: "units.size( > 10" }\n`);
    const { code, err } = await freehold(shop.path, "standard", "preview", file);
    expect(code).toBe(2);
    expect(err).toMatch(/:8:\d+: error: the expression cannot be used/);
  });
});

describe("assess --clean-copy", () => {
  test("nobody asked: unknown, with the command that asks", async () => {
    const { out } = await freehold(shop.path, "assess", "orders");
    expect(out).toContain("Nobody asked for a run in a clean copy (`freehold assess <product> --clean-copy`)");
  });

  test("without a product, and of a snapshot: refused before anything runs", async () => {
    expect((await freehold(shop.path, "assess", "--clean-copy")).err).toContain("none was named");
    const file = join(folder.path, "snapshot.json");
    await freehold(shop.path, "scan", "--out", file);
    const { code, err } = await freehold(shop.path, "assess", "orders", "--snapshot", file, "--clean-copy");
    expect(code).toBe(2);
    expect(err).toContain("a snapshot holds no files");
  });
});

import { describe, expect, test } from "vitest";
import { discoverProducts } from "../../src/products/index.ts";
import { type CommitInWords, history, repository } from "./sample.ts";

const drivers = ["clock", "motor", "radio", "screen", "valve"];
const files = [
  ...drivers.flatMap((name) => ["driver.py", "config.py", "notes.py"].map((file) => `home/drivers/${name}/${file}`)),
  ...Array.from({ length: 50 }, (_, index) => `home/core/part${index}.py`),
];

function hidden(commits: readonly CommitInWords[]): string[] {
  const facts = repository(["."], {
    files: files.map((path) => ({ path, size: 100 })),
    history: history([{ changes: ["package.json", ...files] }, ...commits]),
  });
  return discoverProducts([facts])
    .products.filter((product) => product.hidden)
    .map((product) => product.paths.join(" "));
}

const within = (name: string): CommitInWords => ({
  changes: [`home/drivers/${name}/driver.py`, `home/drivers/${name}/config.py`],
});
const across = (a: string, b: string): CommitInWords => ({
  changes: [`home/drivers/${a}/driver.py`, `home/drivers/${b}/driver.py`],
});

describe("hidden candidates", () => {
  test("folders that change by themselves", () =>
    expect(hidden([...drivers, ...drivers].map(within))).toEqual(drivers.map((name) => `acme:home/drivers/${name}`)));
  test("not folders that change with each other", () =>
    expect(hidden(drivers.flatMap((a) => drivers.filter((b) => b !== a).map((b) => across(a, b))))).toEqual([]));
  test("not the one among them that does", () => {
    const torn = drivers.slice(1).flatMap((name) => [across("clock", name), across("clock", name)]);
    const found = hidden(
      [
        ...drivers.slice(1),
        ...drivers.slice(1),
        ...drivers.slice(1),
        ...drivers.slice(1),
        ...drivers.slice(1),
        ...drivers.slice(1),
      ]
        .map(within)
        .concat(torn),
    );
    expect(found).not.toContain("acme:home/drivers/clock");
    expect(found).toContain("acme:home/drivers/motor");
  });
  test("not records that nobody came back to", () => {
    const runs = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug"];
    const records = runs.flatMap((run) => [`home/runs/${run}/raw.csv`, `home/runs/${run}/notes.md`]);
    const facts = repository(["."], {
      files: [...files, ...records].map((path) => ({ path, size: 100 })),
      history: history([
        { changes: ["package.json", ...files] },
        ...runs.map((run) => ({ changes: [`home/runs/${run}/raw.csv`, `home/runs/${run}/notes.md`] })),
      ]),
    });
    expect(discoverProducts([facts]).products.filter((product) => product.hidden)).toEqual([]);
  });
  test("not folders of pictures alone", () => {
    const pictures = drivers.flatMap((name) => [`home/img/${name}/on.png`, `home/img/${name}/off.SVG`]);
    const facts = repository(["."], {
      files: [...files, ...pictures].map((path) => ({ path, size: 100 })),
      history: history([
        { changes: ["package.json", ...files] },
        ...[...drivers, ...drivers].map((name) => ({
          changes: [`home/img/${name}/on.png`, `home/img/${name}/off.SVG`],
        })),
      ]),
    });
    expect(discoverProducts([facts]).products.filter((product) => product.hidden)).toEqual([]);
  });
  test("not without evidence", () => expect(hidden([])).toEqual([]));
  test("from imports, where there is no history", () => {
    const from: number[] = [];
    const to: number[] = [];
    for (const start of drivers.keys()) {
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [2, 0],
        [0, 2],
        [1, 0],
      ] as const) {
        from.push(start * 3 + a);
        to.push(start * 3 + b);
      }
    }
    const facts = repository(["."], {
      files: files.map((path) => ({ path, size: 100 })),
      imports: { paths: files, from: Uint32Array.from(from), to: Uint32Array.from(to) },
    });
    const found = discoverProducts([facts]).products.filter((product) => product.hidden);
    expect(found.map(({ name }) => name)).toEqual(drivers);
    expect(found[0]).toMatchObject({
      kind: "component",
      units: [],
      reasons: [{ rule: "products.cohesive-by-imports" }, { rule: "products.separate-folders" }],
    });
  });
});

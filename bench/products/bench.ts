/**
 * Do found products agree with the groups that owners declare?
 *
 * `node bench/products/bench.ts <folder of truth tables> <folder of repositories> [name…]`: tables are
 * `owner+name.csv`, repositories `owner+name/repo` or `owner+name`. Files that declare owners are not
 * read, nor are catalogs of other tools. An element's true group is the set of its declared owners.
 */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { discoverProducts, type RepositoryFacts } from "@freehold/discover";
import type { Product } from "@freehold/model";
import { baselines, type Grouping } from "./baselines.ts";
import { adjustedRandIndex, bCubedF1 } from "./measures.ts";
import { readRepository } from "./read-repository.ts";
import { readTruth, type Truth } from "./truth.ts";

const [truthFolder = "", repositoryFolder = "", ...only] = process.argv.slice(2);
const scores = new Map<string, number[][]>();

for (const file of (await readdir(truthFolder)).filter((name) => name.endsWith(".csv")).sort()) {
  const name = file.slice(0, -".csv".length);
  const folder = [join(repositoryFolder, name, "repo"), join(repositoryFolder, name)].find((path) => existsSync(path));
  if (folder === undefined || (only.length > 0 && !only.some((word) => name.includes(word)))) continue;
  const truth = await readTruth(join(truthFolder, file));
  const facts = await readRepository(folder, truth.commit, name.split("+").at(-1) ?? name);
  compare(name, facts, truth);
}
if (scores.size > 0) {
  console.log("\nmean");
  for (const [method, rows] of scores)
    print(
      method,
      [0, 1, 2, 3].map((column) => mean(rows.map((row) => row[column] ?? Number.NaN))),
    );
}

function compare(name: string, facts: RepositoryFacts, truth: Truth): void {
  const { products } = discoverProducts([facts]);
  const methods = new Map<string, Grouping>([
    ["products", byProduct(facts, products, true)],
    ["products and parts", byProduct(facts, products, false)],
    ["with hidden candidates", byProduct(facts, products, false, true)],
    ...baselines(facts),
  ]);
  const unitOf = deepestUnit(facts);
  const files = [...truth.groupOf.keys()].sort();
  const units = unitTruth(facts, truth, unitOf);
  const groups = new Set(units.map(({ group }) => group)).size;
  console.log(
    `\n${name} (${[...truth.kinds].join(", ")}): ${units.length} units in ${groups} groups, ${files.length} files in ${new Set(truth.groupOf.values()).size}`,
  );
  for (const [method, grouping] of methods) {
    const byFile = files.map((path) => grouping(path, unitOf(path)));
    const fileGroups = files.map((path) => truth.groupOf.get(path) ?? "");
    const byUnit = units.map(({ unit, path }) => grouping(path, unit));
    const unitGroups = units.map(({ group }) => group);
    const enough = units.length >= 5 && groups >= 2;
    const row = [
      enough ? adjustedRandIndex(byUnit, unitGroups) : Number.NaN,
      enough ? bCubedF1(byUnit, unitGroups) : Number.NaN,
      adjustedRandIndex(byFile, fileGroups),
      bCubedF1(byFile, fileGroups),
    ];
    print(method, row);
    scores.set(method, [...(scores.get(method) ?? []), row]);
  }
}

/** The declared group of most of a unit's files, those of units inside it not counted. */
function unitTruth(facts: RepositoryFacts, truth: Truth, unitOf: (path: string) => number | undefined) {
  const counts = new Map<number, Map<string, number>>();
  for (const [path, group] of truth.groupOf) {
    const unit = unitOf(path);
    if (unit === undefined) continue;
    const groups = counts.get(unit) ?? new Map<string, number>();
    groups.set(group, (groups.get(group) ?? 0) + 1);
    counts.set(unit, groups);
  }
  return [...counts].flatMap(([unit, groups]) => {
    const [most] = [...groups].sort((a, b) => b[1] - a[1]);
    const found = facts.units[unit];
    if (most === undefined || found === undefined || found.role !== "source" || found.path === "") return [];
    return [{ unit, group: most[0], path: found.manifest ?? `${found.path}/.` }];
  });
}

/** The source unit in whose folder a file lies, the deepest. */
function deepestUnit(facts: RepositoryFacts): (path: string) => number | undefined {
  const byFolder = new Map<string, number>();
  for (const [index, unit] of facts.units.entries())
    if (unit.role === "source" && !byFolder.has(unit.path)) byFolder.set(unit.path, index);
  return (path) => {
    for (let folder = path; folder !== "";) {
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
      const found = byFolder.get(folder);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function byProduct(facts: RepositoryFacts, products: readonly Product[], outermost: boolean, hidden = false): Grouping {
  const byId = new Map(products.map((product) => [product.id, product]));
  const byFolder = new Map<string, Product>();
  for (const product of products) {
    if (product.hidden === true && !hidden) continue;
    for (const path of product.paths) {
      const folder = path.slice(facts.repository.length + 1);
      const before = byFolder.get(folder);
      if (before === undefined || before.partOf === undefined) byFolder.set(folder, product);
    }
  }
  const root = (product: Product): string => {
    const whole = product.partOf === undefined ? undefined : byId.get(product.partOf);
    return whole === undefined || !outermost ? product.id : root(whole);
  };
  return (path) => {
    for (let folder = path; ;) {
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
      const found = byFolder.get(folder);
      if (found !== undefined) return root(found);
      if (folder === "") return "none";
    }
  };
}

function print(method: string, row: readonly number[]): void {
  const cells = row.map((value) => (Number.isNaN(value) ? "   – " : value.toFixed(3).padStart(6)));
  console.log(`  ${method.padEnd(28)} units ARI ${cells[0]} B3 ${cells[1]}   files ARI ${cells[2]} B3 ${cells[3]}`);
}

function mean(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

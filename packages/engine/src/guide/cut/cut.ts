/**
 * What lies on both sides of a cut through a repository: the interface that the part would have, what it would
 * still need of the rest, and where the two hold on to each other. Pure.
 */
import { purposesIn } from "@freehold/discover";
import type { Cut, CutElement } from "@freehold/model";
import type { FileImport } from "./file-imports.ts";

export interface CutInput {
  readonly folders: readonly string[];
  /** Files of the part, with their sizes. */
  readonly inside: ReadonlyMap<string, number>;
  readonly imports: readonly FileImport[];
  /** Slug of the product that owns a file. */
  readonly productOf: (path: string) => string | undefined;
  /** Version range that a manifest around declares. */
  readonly rangeOf: (identifier: string) => string | undefined;
}

const PLACES = 5;

/** Linear in the imports. */
export function cutThrough(input: CutInput): Cut {
  const { inside, imports } = input;
  const isIn = (path: string) => inside.has(path);
  const incoming = imports.filter(({ from, to }) => to !== undefined && isIn(to) && !isIn(from));
  const outgoing = imports.filter(({ from, to }) => to !== undefined && isIn(from) && !isIn(to));
  const within = imports.filter(({ from, to }) => to !== undefined && isIn(from) && isIn(to)).length;
  const crossing = incoming.length + outgoing.length;
  const home = input.productOf(input.inside.keys().next().value ?? "");
  const byTarget = Map.groupBy(imports, ({ to = "" }) => to);
  const elements = (uses: readonly FileImport[], other: (use: FileImport) => string) =>
    elementsOf(uses, {
      productOf: (use) => {
        const product = input.productOf(other(use));
        return product === home ? undefined : product;
      },
      others: (path) => (byTarget.get(path) ?? []).filter(({ from }) => isIn(from) === isIn(path)).length,
    });
  return {
    folders: [...input.folders],
    files: inside.size,
    bytes: [...inside.values()].reduce((sum, size) => sum + size, 0),
    promised: elements(incoming, ({ from }) => from),
    needed: elements(outgoing, ({ to = "" }) => to),
    packages: packagesOf(input),
    cycles: cyclesOf(incoming, outgoing),
    innerFiles: [...new Set(incoming.map(({ to = "" }) => to))].sort(),
    cohesion: within + crossing === 0 ? 1 : Math.round((within / (within + crossing)) * 1000) / 1000,
  };
}

interface Surroundings {
  readonly productOf: (use: FileImport) => string | undefined;
  readonly others: (path: string) => number;
}

function elementsOf(uses: readonly FileImport[], { productOf, others }: Surroundings): CutElement[] {
  const named = uses.flatMap((use) =>
    (use.symbols.length === 0 ? ["*"] : use.symbols).map((symbol) => ({ ...use, symbol })),
  );
  const groups = Map.groupBy(named, ({ to = "", symbol }) => `${to}\0${symbol}`);
  const elements = [...groups.values()].map((group): CutElement => {
    const [first] = group;
    const sorted = group.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.line - b.line));
    const product = group.map((use) => productOf(use)).find((slug) => slug !== undefined);
    return {
      path: first?.to ?? "",
      symbol: first?.symbol ?? "*",
      uses: group.length,
      typeOnly: group.every(({ typeOnly }) => typeOnly),
      others: others(first?.to ?? ""),
      testOnly: group.every(({ from }) => isTest(from)),
      places: sorted.slice(0, PLACES).map(({ from, line }) => ({ path: from, line })),
      ...(product === undefined ? {} : { product }),
    };
  });
  return elements.sort(
    (a, b) => b.uses - a.uses || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.symbol < b.symbol ? -1 : 1),
  );
}

function isTest(path: string): boolean {
  return purposesIn("").scope(path) === "test";
}

function packagesOf({ inside, imports, rangeOf }: CutInput): Cut["packages"] {
  const uses = new Map<string, number>();
  for (const { from, package: id } of imports)
    if (id !== undefined && inside.has(from)) uses.set(id, (uses.get(id) ?? 0) + 1);
  return [...uses]
    .map(([id, count]) => {
      const range = rangeOf(id);
      return { id, ...(range === undefined ? {} : { range }), uses: count };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Files of the rest on both ends: while they stay as they are, neither side can be built without the other. */
function cyclesOf(incoming: readonly FileImport[], outgoing: readonly FileImport[]): Cut["cycles"] {
  const uses = Map.groupBy(incoming, ({ from }) => from);
  const usedBy = Map.groupBy(outgoing, ({ to = "" }) => to);
  return [...uses]
    .flatMap(([path, list]) => {
      const back = usedBy.get(path)?.length ?? 0;
      return back === 0 ? [] : [{ path, uses: list.length, usedBy: back }];
    })
    .sort((a, b) => a.uses + a.usedBy - (b.uses + b.usedBy) || (a.path < b.path ? -1 : 1));
}

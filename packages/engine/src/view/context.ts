/** What every part of a view reads: the snapshot, its graph, and indexes made once. */
import type { Person, Problem, Product, ProductRef, Snapshot, Unit, Violation } from "@freehold/model";
import { openPortfolio, type Portfolio } from "@freehold/portfolio";
import { productRef } from "./refs.ts";

export interface ViewContext {
  readonly snapshot: Snapshot;
  readonly portfolio: Portfolio;
  readonly products: ReadonlyMap<string, Product>;
  readonly bySlug: ReadonlyMap<string, Product>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly people: ReadonlyMap<string, Person>;
  readonly partsOf: ReadonlyMap<string, readonly Product[]>;
  readonly violationsOf: ReadonlyMap<string, readonly Violation[]>;
  /** By the product whose boundary is not kept. */
  readonly violationsAgainst: ReadonlyMap<string, readonly Violation[]>;
  readonly problemsOf: ReadonlyMap<string, readonly Problem[]>;
  /** The product that a problem is about, by its subject, else by the deepest folder around its path. */
  readonly productOfProblem: (problem: Problem) => ProductRef | undefined;
}

export function viewContext(snapshot: Snapshot): ViewContext {
  const portfolio = openPortfolio(snapshot);
  const products = byKey(snapshot.products, ({ id }) => id);
  const units = byKey(snapshot.units, ({ id }) => id);
  const productOfProblem = problemLocator(snapshot, portfolio, products);
  return {
    snapshot,
    portfolio,
    products,
    bySlug: byKey(snapshot.products, ({ slug }) => slug),
    units,
    people: byKey(snapshot.people, ({ id }) => id),
    partsOf: grouped(snapshot.products, ({ partOf }) => partOf),
    violationsOf: grouped(snapshot.violations, ({ from }) => from),
    violationsAgainst: grouped(snapshot.violations, ({ to }) => to),
    problemsOf: grouped(snapshot.problems, (problem) => productOfProblem(problem)?.id),
    productOfProblem,
  };
}

function byKey<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const index = new Map<string, T>();
  for (const item of items) if (!index.has(key(item))) index.set(key(item), item);
  return index;
}

function grouped<T>(items: readonly T[], key: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = key(item);
    if (group === undefined) continue;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [item]);
    else members.push(item);
  }
  return groups;
}

function problemLocator(snapshot: Snapshot, portfolio: Portfolio, products: ReadonlyMap<string, Product>) {
  const { graph } = portfolio;
  const byFolder = new Map<string, Product>();
  for (const product of snapshot.products) for (const path of product.paths) byFolder.set(path, product);

  return (problem: Problem): ProductRef | undefined => {
    const found = ofSubject(problem.subject) ?? ofPath(problem);
    return found === undefined ? undefined : productRef(found);
  };

  function ofSubject(subject: string | undefined): Product | undefined {
    if (subject === undefined) return undefined;
    const unit = graph.unitIndex.get(subject);
    return products.get(subject) ?? (unit === undefined ? undefined : snapshot.products[graph.productOf[unit] ?? -1]);
  }

  function ofPath({ repository, path }: Problem): Product | undefined {
    if (repository === undefined || path === undefined) return undefined;
    for (let folder = path; folder !== ""; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) {
      const product = byFolder.get(`${repository}:${folder}`);
      if (product !== undefined) return product;
    }
    return byFolder.get(`${repository}:`);
  }
}

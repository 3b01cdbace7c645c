/** What all products of a snapshot share while they are assessed: the graph and indexes, made once. */
import type {
  Person,
  Product,
  ProductFacts,
  RepositoryFacts,
  RepositoryInfo,
  Snapshot,
  Unit,
  Violation,
} from "@freehold/model";
import { at, buildGraph, type PortfolioGraph, reachOfAll, SHIPPED } from "@freehold/portfolio";

export interface PortfolioContext {
  readonly snapshot: Snapshot;
  readonly graph: PortfolioGraph;
  /** Products that rely on each, directly or through others, by index. */
  readonly reach: Float64Array;
  readonly products: ReadonlyMap<string, Product>;
  /** By slug, id, alias and lower-case name, as charters write them. */
  readonly named: ReadonlyMap<string, Product>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly people: ReadonlyMap<string, Person>;
  readonly facts: ReadonlyMap<string, ProductFacts>;
  readonly repositories: ReadonlyMap<string, RepositoryInfo>;
  readonly repositoryFacts: ReadonlyMap<string, RepositoryFacts>;
  readonly violations: ReadonlyMap<string, readonly Violation[]>;
  readonly partsOf: ReadonlyMap<string, readonly Product[]>;
  /** The time of the newest commit, milliseconds since 1970: the clock of an assessment. */
  readonly asOf: number;
}

export function portfolioContext(snapshot: Snapshot): PortfolioContext {
  const graph = buildGraph(snapshot);
  return {
    snapshot,
    graph,
    reach: reachOfAll(graph.productGraph).counts,
    products: keyed(snapshot.products, ({ id }) => id),
    named: namesOf(snapshot.products),
    units: keyed(snapshot.units, ({ id }) => id),
    people: keyed(snapshot.people, ({ id }) => id),
    facts: keyed(snapshot.productFacts ?? [], ({ product }) => product),
    repositories: keyed(snapshot.repositories, ({ id }) => id),
    repositoryFacts: keyed(snapshot.repositoryFacts ?? [], ({ repository }) => repository),
    violations: Map.groupBy(snapshot.violations, ({ from }) => from),
    partsOf: Map.groupBy(
      snapshot.products.filter(({ partOf }) => partOf !== undefined),
      ({ partOf }) => partOf ?? "",
    ),
    asOf: newest(snapshot),
  };
}

/** Products on the other side of the edges of one, by index. */
export function neighbours(graph: PortfolioGraph, node: number, side: "dependencies" | "dependents"): number[] {
  const { productGraph: edges } = graph;
  const found: number[] = [];
  if (side === "dependencies") {
    for (let edge = at(edges.first, node); edge < at(edges.first, node + 1); edge++) {
      if ((at(edges.scopes, edge) & SHIPPED) !== 0) found.push(at(edges.target, edge));
    }
    return found;
  }
  for (let place = at(edges.firstIn, node); place < at(edges.firstIn, node + 1); place++) {
    const edge = at(edges.incoming, place);
    if ((at(edges.scopes, edge) & SHIPPED) !== 0) found.push(at(edges.source, edge));
  }
  return found;
}

function keyed<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const item of items) if (!index.has(key(item))) index.set(key(item), item);
  return index;
}

/** Slugs are unique and win over names that several products may share. */
function namesOf(products: readonly Product[]): ReadonlyMap<string, Product> {
  const names = new Map<string, Product>();
  const add = (name: string, product: Product) => {
    if (!names.has(name)) names.set(name, product);
  };
  for (const product of products) add(product.slug, product);
  for (const product of products) add(product.id, product);
  for (const product of products) {
    for (const name of [...product.aliases, product.name.toLowerCase()]) add(name, product);
  }
  return names;
}

/** A scan without commits has no other clock than its own time. */
function newest({ repositories, createdAt }: Snapshot): number {
  const times = repositories.flatMap(({ committedAt }) => (committedAt === undefined ? [] : [Date.parse(committedAt)]));
  return times.length === 0 ? Date.parse(createdAt) : times.reduce((latest, time) => Math.max(latest, time));
}

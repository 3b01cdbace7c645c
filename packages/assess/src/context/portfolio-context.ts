/** What all products of a snapshot share while they are assessed: the graph and indexes, made once. */
import {
  factsWithReleases,
  type Person,
  type Product,
  type ProductFacts,
  type RepositoryFacts,
  type RepositoryInfo,
  type Snapshot,
  type Unit,
  type Violation,
} from "@freehold/model";
import { once } from "../once.ts";
import { chainDepths } from "./chain-depths.ts";
import { indexLikeness, type LikenessIndex } from "./likeness-index.ts";
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
  /** Violations by the product whose boundary is crossed. */
  readonly crossed: ReadonlyMap<string, readonly Violation[]>;
  readonly partsOf: ReadonlyMap<string, readonly Product[]>;
  /** It is the only visible product: nothing could rely on it here. */
  readonly alone: boolean;
  /** What product missions have in common, to find what is done twice. */
  readonly likeness: () => LikenessIndex;
  /** The longest chain of products below each, by index. */
  readonly depths: () => Int32Array;
  /** Units that are not published, by what they provide. */
  readonly privateProviders: () => ReadonlyMap<string, Unit>;
  /** Everything that some unit provides. */
  readonly provided: () => ReadonlySet<string>;
  /** Source units that provide something, with their product. */
  readonly providers: () => ReadonlyMap<string, readonly { readonly unit: Unit; readonly product: Product }[]>;
  /** Facts of every product of a repository. */
  readonly factsIn: (repository: string) => readonly ProductFacts[];
  /** The visible product whose folder a product lies in, or that it is part of. */
  readonly around: (product: Product) => Product | undefined;
  /** Products that one relies on directly, all by index. */
  readonly below: (index: number) => readonly number[];
  /** The time of the newest commit, milliseconds since 1970: the clock of an assessment. */
  readonly asOf: number;
}

/** What a snapshot of a part of a portfolio can't tell of the whole. */
export interface KnownOfWhole {
  /** How many products rely on each, by id. */
  readonly reach: ReadonlyMap<string, number>;
  /** There is no other product in the whole. */
  readonly alone: boolean;
}

export function portfolioContext(snapshot: Snapshot, whole?: KnownOfWhole): PortfolioContext {
  const graph = buildGraph(snapshot);
  const facts = factsWithReleases(snapshot);
  return {
    snapshot,
    graph,
    reach: reachIn(graph, whole),
    products: keyed(snapshot.products, ({ id }) => id),
    named: namesOf(snapshot.products),
    units: keyed(snapshot.units, ({ id }) => id),
    people: keyed(snapshot.people, ({ id }) => id),
    facts: keyed(facts, ({ product }) => product),
    repositories: keyed(snapshot.repositories, ({ id }) => id),
    repositoryFacts: keyed(snapshot.repositoryFacts ?? [], ({ repository }) => repository),
    violations: Map.groupBy(snapshot.violations, ({ from }) => from),
    crossed: Map.groupBy(
      snapshot.violations.filter(({ to }) => to !== undefined),
      ({ to }) => to ?? "",
    ),
    partsOf: Map.groupBy(
      snapshot.products.filter(({ partOf }) => partOf !== undefined),
      ({ partOf }) => partOf ?? "",
    ),
    alone: whole?.alone ?? snapshot.products.filter(({ hidden }) => hidden !== true).length < 2,
    likeness: once(() => indexLikeness(snapshot.products)),
    depths: once(() => chainDepths(graph)),
    privateProviders: once(() => privateProviders(snapshot.units)),
    provided: once(() => new Set(snapshot.units.flatMap(({ provides }) => provides.map(({ id }) => id)))),
    providers: once(() => providersOf(graph)),
    factsIn: factsByRepository(snapshot, facts),
    around: enclosing(snapshot),
    below: (index) => neighbours(graph, index, "dependencies"),
    asOf: newest(snapshot),
  };
}

function reachIn(graph: PortfolioGraph, whole: KnownOfWhole | undefined): Float64Array {
  if (whole === undefined) return reachOfAll(graph.productGraph).counts;
  return Float64Array.from(graph.products, ({ id }) => whole.reach.get(id) ?? 0);
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

function providersOf({ units, products, productOf }: PortfolioGraph) {
  const found = new Map<string, { readonly unit: Unit; readonly product: Product }[]>();
  for (const [index, unit] of units.entries()) {
    const product = products[productOf[index] ?? -1];
    if (product === undefined || unit.role !== "source") continue;
    for (const { id } of unit.provides) {
      const list = found.get(id);
      if (list === undefined) found.set(id, [{ unit, product }]);
      else list.push({ unit, product });
    }
  }
  return found;
}

function factsByRepository({ products }: Snapshot, productFacts: readonly ProductFacts[]): PortfolioContext["factsIn"] {
  const homes = once(() => new Map(products.map(({ id, repositories }) => [id, repositories[0] ?? ""])));
  const facts = once(() => Map.groupBy(productFacts, ({ product }) => homes().get(product) ?? ""));
  return (repository) => facts().get(repository) ?? [];
}

function enclosing({ products }: Snapshot): PortfolioContext["around"] {
  const byId = once(() => new Map(products.map((product) => [product.id, product])));
  const byFolder = once(() => {
    const folders = new Map<string, Product>();
    for (const product of products)
      if (product.hidden !== true) for (const path of product.paths) folders.set(path, product);
    return folders;
  });
  return (product) => {
    if (product.partOf !== undefined) return byId().get(product.partOf);
    for (let path = product.paths[0] ?? ""; !path.endsWith(":") && path.includes(":");) {
      path = path.slice(0, Math.max(path.indexOf(":") + 1, path.lastIndexOf("/")));
      const found = byFolder().get(path);
      if (found !== undefined && found.id !== product.id) return found;
    }
    return undefined;
  };
}

/** A name that a published unit provides too is public. */
function privateProviders(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  const found = new Map<string, Unit>();
  const packages = units.filter(({ kind, role }) => kind === "package" && role === "source");
  for (const unit of packages) if (unit.published === false) for (const { id } of unit.provides) found.set(id, unit);
  for (const unit of packages) if (unit.published !== false) for (const { id } of unit.provides) found.delete(id);
  return found;
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

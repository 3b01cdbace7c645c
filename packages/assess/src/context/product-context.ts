/** What a check sees of one product. Everything comes from the snapshot; what costs time is asked for. */
import { type ElementIndex, indexElements } from "@freehold/interfaces";
import type {
  Charter,
  Document,
  DocumentRole,
  Product,
  Plane,
  ProductFacts,
  RepositoryFacts,
  RepositoryInfo,
  Stage,
  Unit,
  Violation,
} from "@freehold/model";
import type { Sight } from "../check.ts";
import { once } from "../once.ts";
import { planeOf } from "../plane/plane.ts";
import { type ShippedImport, shippedImports } from "./shipped-imports.ts";
import { type UseOfIt, usesOf } from "./uses.ts";
import { neighbours, type PortfolioContext } from "./portfolio-context.ts";

export interface ProductContext {
  readonly product: Product;
  /** Its place in the portfolio. */
  readonly index: number;
  /** Its units that are source: no examples, fixtures, tests. */
  readonly units: readonly Unit[];
  readonly everyUnit: readonly Unit[];
  /** What reaches its users: the published units, where there are some. */
  readonly shipped: readonly Unit[];
  /** Some of it is published, so that it may have users who are not seen here. */
  readonly published: boolean;
  /** Absent in a snapshot of an older Freehold: what rests on it is unknown. */
  readonly facts: ProductFacts | undefined;
  readonly repository: RepositoryInfo | undefined;
  readonly repositoryFacts: RepositoryFacts | undefined;
  readonly charter: Charter | undefined;
  readonly stage: Stage | undefined;
  readonly parts: readonly Product[];
  readonly violations: readonly Violation[];
  /** Products that it relies on, and that rely on it, directly; what is shipped alone. */
  readonly dependencies: () => readonly Product[];
  readonly dependents: () => readonly Product[];
  /** What its shipped source imports. */
  readonly imports: () => readonly ShippedImport[];
  /** Where others use what its units provide. */
  readonly uses: () => readonly UseOfIt[];
  /** The interfaces of one of its units by name, made once for all that asks. */
  readonly elementIndexes: (unit: Unit) => readonly ElementIndex[];
  /** Products that rely on it, directly or through others. */
  readonly reach: number;
  /** Its own document of a kind, else that of the repository, which holds for all in it. */
  readonly document: (role: DocumentRole) => Document | undefined;
  /** Value and simplicity with their sums. */
  readonly plane: () => Plane;
  readonly portfolio: PortfolioContext;
  /** Evidence: a place in the repository, and what was seen there. */
  readonly at: (path: string, line?: number, detail?: string) => Sight;
  /** Evidence: a field of its charter. */
  readonly charterAt: (field: string, detail?: string) => Sight;
  /** Evidence that something is not there: the folder that was looked at. */
  readonly missing: (detail: string) => Sight;
}

/** Documents that speak of one product: those of the repository around it are about something else. */
const OWN: ReadonlySet<DocumentRole> = new Set<DocumentRole>(["readme", "changelog"]);

export function productContext(portfolio: PortfolioContext, index: number, stage: Stage | undefined): ProductContext {
  const product = portfolio.graph.products[index];
  if (product === undefined) throw new RangeError(`no product ${index}`);
  const facts = portfolio.facts.get(product.id);
  const home = product.repositories[0] ?? "";
  const repositoryFacts = portfolio.repositoryFacts.get(home);
  const everyUnit = product.units.flatMap((id) => portfolio.units.get(id) ?? []);
  const source = everyUnit.filter(({ role }) => role === "source");
  const published = source.filter((unit) => unit.published === true);
  // An image, a chart or an action carries what lies beside it to its users.
  const carried = published.filter(({ kind }) => kind !== "image" && kind !== "chart" && kind !== "action");
  const around = (side: "dependencies" | "dependents") =>
    neighbours(portfolio.graph, index, side).flatMap((other) => portfolio.graph.products[other] ?? []);
  const at = (path: string, line?: number, detail?: string): Sight => ({
    ...(home === "" ? {} : { repository: home }),
    path,
    ...(line === undefined ? {} : { line }),
    ...(detail === undefined ? {} : { detail }),
  });
  const context: ProductContext = {
    product,
    index,
    units: source,
    everyUnit,
    shipped: carried.length > 0 ? carried : source,
    published: published.length > 0,
    facts,
    repository: portfolio.repositories.get(home),
    repositoryFacts,
    charter: facts?.charter,
    stage,
    parts: portfolio.partsOf.get(product.id) ?? [],
    violations: portfolio.violations.get(product.id) ?? [],
    dependencies: once(() => around("dependencies")),
    dependents: once(() => around("dependents")),
    imports: once(() => shippedImports(source)),
    uses: once(() => usesOf(product.id, everyUnit, around("dependents"), portfolio.units)),
    elementIndexes: indexedOnce(),
    reach: portfolio.reach[index] ?? 0,
    document: (role) =>
      documentOf(role, facts?.documents) ?? (OWN.has(role) ? undefined : documentOf(role, repositoryFacts?.documents)),
    plane: once(() => planeOf(context)),
    portfolio,
    at,
    charterAt: (field, detail) => at(product.charter ?? "product.yaml", facts?.charterLines?.[field], detail),
    missing: (detail) => at(folderOf(product, home), undefined, detail),
  };
  return context;
}

function indexedOnce(): ProductContext["elementIndexes"] {
  const known = new Map<Unit, readonly ElementIndex[]>();
  return (unit) => {
    const found = known.get(unit) ?? (unit.interfaces ?? []).map(({ kind, elements }) => indexElements(kind, elements));
    known.set(unit, found);
    return found;
  };
}

/** The first: they are in the order of the product's folders. */
function documentOf(role: DocumentRole, documents: readonly Document[] | undefined): Document | undefined {
  return documents?.find((document) => document.role === role);
}

function folderOf({ paths }: Product, repository: string): string {
  const first = paths.find((path) => path.startsWith(`${repository}:`));
  const folder = first?.slice(repository.length + 1) ?? "";
  return folder === "" ? "." : folder;
}

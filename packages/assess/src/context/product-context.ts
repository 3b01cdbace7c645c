/** What a check sees of one product. Everything comes from the snapshot; what costs time is asked for. */
import type {
  Charter,
  Document,
  DocumentRole,
  Product,
  ProductFacts,
  RepositoryFacts,
  RepositoryInfo,
  Stage,
  Unit,
  Violation,
} from "@freehold/model";
import type { Sight } from "../check.ts";
import { neighbours, type PortfolioContext } from "./portfolio-context.ts";

export interface ProductContext {
  readonly product: Product;
  /** Its units that are source: no examples, fixtures, tests. */
  readonly units: readonly Unit[];
  readonly everyUnit: readonly Unit[];
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
  /** Products that rely on it, directly or through others. */
  readonly reach: number;
  /** Its own document of a kind, else that of the repository, which holds for all in it. */
  readonly document: (role: DocumentRole) => Document | undefined;
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
  const around = (side: "dependencies" | "dependents") =>
    neighbours(portfolio.graph, index, side).flatMap((other) => portfolio.graph.products[other] ?? []);
  const at = (path: string, line?: number, detail?: string): Sight => ({
    ...(home === "" ? {} : { repository: home }),
    path,
    ...(line === undefined ? {} : { line }),
    ...(detail === undefined ? {} : { detail }),
  });
  return {
    product,
    units: everyUnit.filter(({ role }) => role === "source"),
    everyUnit,
    facts,
    repository: portfolio.repositories.get(home),
    repositoryFacts,
    charter: facts?.charter,
    stage,
    parts: portfolio.partsOf.get(product.id) ?? [],
    violations: portfolio.violations.get(product.id) ?? [],
    dependencies: () => around("dependencies"),
    dependents: () => around("dependents"),
    reach: portfolio.reach[index] ?? 0,
    document: (role) =>
      documentOf(role, facts?.documents) ?? (OWN.has(role) ? undefined : documentOf(role, repositoryFacts?.documents)),
    portfolio,
    at,
    charterAt: (field, detail) => at(product.charter ?? "product.yaml", facts?.charterLines?.[field], detail),
    missing: (detail) => at(folderOf(product, home), undefined, detail),
  };
}

/** Of several (`README.md` beside `README.txt`) the longest, which is the one that people keep. */
function documentOf(role: DocumentRole, documents: readonly Document[] | undefined): Document | undefined {
  let found: Document | undefined;
  for (const document of documents ?? []) {
    if (document.role === role && (found === undefined || document.words > found.words)) found = document;
  }
  return found;
}

function folderOf({ paths }: Product, repository: string): string {
  const first = paths.find((path) => path.startsWith(`${repository}:`));
  const folder = first?.slice(repository.length + 1) ?? "";
  return folder === "" ? "." : folder;
}

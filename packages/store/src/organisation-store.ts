/** The portfolio of one organisation: what can be asked, and what can be done. */
import type { AssessmentRow, Element, GraphResource, Person, Product, ProductRef, Unit, Use } from "@freehold/model";
import { type PendingAssessment, pendingAssessments } from "./assessed/queue.ts";
import { writeAssessments } from "./assessed/write-assessed.ts";
import type { Engine } from "./engines/engine.ts";
import type { IngestResult } from "./ingest/ingest.ts";
import type { ReadOptions } from "./ingest/read-in-thread.ts";
import { ingestAndSettle } from "./ingest/settle.ts";
import { type CorrectOptions, type Corrected, correct, undoCorrection } from "./corrections/correct.ts";
import { type CustomField, customFieldsOf, setCustomField } from "./corrections/custom-fields.ts";
import type { Correction } from "./corrections/correction.ts";
import { type PastProduct, productAt, productsAt } from "./queries/as-of.ts";
import { charterOf, type StoredCharter } from "./queries/charter-of.ts";
import {
  type ListedCorrection,
  type ListedSuggestion,
  findCorrection,
  listCorrections,
  listSuggestions,
  type SuggestionOptions,
} from "./queries/corrections.ts";
import { type Findings, findingsOf } from "./queries/findings.ts";
import { type ChangeOptions, type ChangePage, listChanges } from "./queries/list-changes.ts";
import { findPerson, listPeople, type PageOptions, type PeopleOptions, type PersonSummary } from "./queries/people.ts";
import {
  findRepository,
  listRepositories,
  listSnapshots,
  type StoredRepository,
  type StoredSnapshot,
} from "./queries/snapshots.ts";
import {
  elementsOf,
  findUnit,
  type InterfaceSummary,
  interfacesOf,
  unitsOf,
  type UnitSummary,
} from "./queries/units.ts";
import { usesBetween } from "./queries/uses.ts";
import { countProducts } from "./queries/count-products.ts";
import { type Facets, facets, type FacetValue, repositoryFacet } from "./queries/facets.ts";
import { foundKeys, searchProducts, type SearchOptions, type SearchResult } from "./queries/search-products.ts";
import { type FindingOptions, type FindingPage, listFindings } from "./queries/list-findings.ts";
import { type PlanePoints, planeOf } from "./queries/plane.ts";
import { type PortfolioSummary, summaryOf } from "./queries/summary.ts";
import { type Surroundings, surroundingsOf, surroundingsOfRepository } from "./queries/surroundings.ts";
import { pictureOf } from "./queries/graph/picture.ts";
import { findProduct, type FoundProduct } from "./queries/find-product.ts";
import { cyclesOf, type StoredCycle } from "./queries/graph/cycles.ts";
import { neighbourhoodOf, type NeighbourhoodOptions } from "./queries/graph/neighbourhood.ts";
import { pathBetween } from "./queries/graph/path.ts";
import { dependenciesOf, dependentsOf, type LinkOptions, type StoredLink } from "./queries/graph/product-links.ts";
import { type Reached, reachOf } from "./queries/graph/reach.ts";
import { refreshReach } from "./queries/graph/refresh-reach.ts";
import { listProducts, type ListOptions, type Page } from "./queries/list-products.ts";
import type { JobQueue } from "./jobs/queue.ts";
import type { ProductFilter } from "./queries/product-filter.ts";
import type { StoredProduct } from "./queries/product-row.ts";
import type { Organisation } from "./organisations.ts";
import { openWork, type OrganisationWork } from "./organisation-work.ts";
import type { Author } from "./revisions.ts";
import { scopeOf } from "./scope.ts";
import { type KeptAnswer, type KeyedRequest, once } from "./work/idempotency.ts";
import { steadyNow } from "./steady-clock.ts";

export interface OrganisationStore extends OrganisationWork {
  readonly id: string;
  /** Its newest revision when this was opened. */
  readonly revision: number;
  /**
   * Does the work, through the store that it is given, in one transaction with the key and the answer: a second
   * request with the key is answered as the first was. Throws `store/key-mismatch`.
   */
  once(
    request: KeyedRequest,
    work: (organisation: OrganisationStore) => Promise<KeptAnswer>,
  ): Promise<KeptAnswer & { readonly replayed: boolean }>;
  /** Takes a snapshot in; see `ingestSnapshot`. */
  ingest(author: Author, chunks: AsyncIterable<Uint8Array>, options?: ReadOptions): Promise<IngestResult>;
  product(name: string): Promise<FoundProduct | undefined>;
  products(options?: ListOptions): Promise<Page<StoredProduct>>;
  count(filter?: ProductFilter): Promise<number>;
  facets(filter?: ProductFilter): Promise<Facets>;
  /** Repositories by how many of the matching products they have, the largest first. */
  repositoryFacet(filter?: ProductFilter): Promise<(FacetValue & { readonly label: string })[]>;
  /** What a search finds, as the filter `keys`; `more`: not all of it. */
  foundKeys(text: string): Promise<{ readonly keys: readonly number[]; readonly more: boolean }>;
  summary(): Promise<PortfolioSummary>;
  plane(filter?: ProductFilter): Promise<PlanePoints>;
  /** The picture of the portfolio, `most` products of it. */
  picture(most: number): Promise<GraphResource>;
  /** A product with all that touches it; undefined where there is none of that name. */
  surroundings(name: string): Promise<Surroundings | undefined>;
  /** The same of all products of a repository, by its key. */
  surroundingsOfRepository(repository: number): Promise<Surroundings>;
  allFindings(options?: FindingOptions): Promise<FindingPage>;
  /** Repositories whose products are to be assessed, those that wait longest first. */
  pendingAssessments(most: number): Promise<PendingAssessment[]>;
  /** Keeps what assessing a repository gave: every product that is not among the rows has none. */
  writeAssessments(pending: PendingAssessment, rows: readonly AssessmentRow[]): Promise<void>;
  dependents(name: string, options?: LinkOptions): Promise<Page<StoredLink> | undefined>;
  dependencies(name: string, options?: LinkOptions): Promise<Page<StoredLink> | undefined>;
  reach(name: string, limit?: number): Promise<Reached | undefined>;
  path(from: string, to: string): Promise<ProductRef[] | undefined>;
  cycles(): Promise<StoredCycle[]>;
  neighbourhood(name: string, options?: NeighbourhoodOptions): Promise<GraphResource | undefined>;
  /** Counts reach again where edges changed; ingest does so itself, this is for what a crash left over. */
  refreshReach(): Promise<number>;
  units(name: string): Promise<UnitSummary[] | undefined>;
  unit(id: string): Promise<Unit | undefined>;
  interfaces(name: string): Promise<InterfaceSummary[] | undefined>;
  elements(of: { readonly unit: string; readonly id: string; readonly kind: string }): Promise<Element[] | undefined>;
  /** What one product's units use of another's, with evidence. */
  uses(from: string, to: string): Promise<Use[] | undefined>;
  findings(name: string): Promise<Findings | undefined>;
  people(options?: PeopleOptions): Promise<Page<PersonSummary>>;
  person(id: string): Promise<Person | undefined>;
  snapshots(options?: PageOptions): Promise<Omit<Page<StoredSnapshot>, "total">>;
  repositories(options?: PageOptions): Promise<Omit<Page<StoredRepository>, "total">>;
  repository(id: string): Promise<StoredRepository | undefined>;
  /** The feed and the audit log. */
  changes(options?: ChangeOptions): Promise<ChangePage>;
  /** Products as they were listed at a time (milliseconds). */
  productsAt(at: number, options?: PageOptions): Promise<Page<PastProduct>>;
  productAt(id: string, at: number): Promise<Product | undefined>;
  correct(author: Author, correction: Correction, options?: CorrectOptions): Promise<Corrected>;
  undoCorrection(author: Author, key: number): Promise<{ readonly revision: number }>;
  /** Fields of the organisation's own: `products({ filter: { custom } })` finds by them. */
  setField(author: Author, product: string, field: CustomField): Promise<void>;
  fields(product: string): Promise<Record<string, string> | undefined>;
  corrections(product?: string): Promise<ListedCorrection[]>;
  correction(key: number): Promise<ListedCorrection | undefined>;
  suggestions(options?: SuggestionOptions): Promise<ListedSuggestion[]>;
  charter(product: string): Promise<StoredCharter | undefined>;
  search(text: string, options?: SearchOptions): Promise<SearchResult>;
}

export function openOrganisation(
  engine: Engine,
  organisation: Organisation,
  queue: JobQueue,
  now?: () => number,
): OrganisationStore {
  const { key: org } = organisation;
  const scope = scopeOf(engine, engine.read, org);
  return {
    ...openWork(engine, organisation, queue, now),
    id: organisation.id,
    revision: organisation.revision,
    async once(request, work) {
      const inside = async (within: Engine) =>
        await work(openOrganisation(within, organisation, queue.within(within), now));
      return await once(engine, org, request, inside, (now ?? steadyNow)());
    },
    async ingest(author, chunks, options) {
      return await ingestAndSettle(engine, org, author, chunks, now, options);
    },
    product: async (name) => await findProduct(scope, name),
    products: async (options) => await listProducts(scope, options),
    count: async (filter) => await countProducts(scope, filter),
    facets: async (filter) => await facets(scope, filter),
    repositoryFacet: async (filter) => await repositoryFacet(scope, filter),
    foundKeys: async (text) => await foundKeys(scope, text),
    summary: async () => await summaryOf(scope),
    plane: async (filter) => await planeOf(scope, filter),
    picture: async (most) => await pictureOf(scope, most),
    surroundings: async (name) => await surroundingsOf(scope, name),
    surroundingsOfRepository: async (repository) => await surroundingsOfRepository(scope, repository),
    allFindings: async (options) => await listFindings(scope, options),
    pendingAssessments: async (most) => await pendingAssessments(scope, most),
    writeAssessments: async (pending, rows) => await writeAssessments(engine, org, pending, rows),
    dependents: async (name, options) => await dependentsOf(scope, name, options),
    dependencies: async (name, options) => await dependenciesOf(scope, name, options),
    reach: async (name, limit) => await reachOf(scope, name, limit),
    path: async (from, to) => await pathBetween(scope, from, to),
    cycles: async () => await cyclesOf(scope),
    neighbourhood: async (name, options) => await neighbourhoodOf(scope, name, options),
    refreshReach: async () => await refreshReach(engine, org),
    units: async (name) => await unitsOf(scope, name),
    unit: async (id) => await findUnit(scope, id),
    interfaces: async (name) => await interfacesOf(scope, name),
    elements: async (of) => await elementsOf(scope, of),
    uses: async (from, to) => await usesBetween(scope, from, to),
    findings: async (name) => await findingsOf(scope, name),
    people: async (options) => await listPeople(scope, options),
    person: async (id) => await findPerson(scope, id),
    snapshots: async (options) => await listSnapshots(scope, options),
    repositories: async (options) => await listRepositories(scope, options),
    repository: async (id) => await findRepository(scope, id),
    changes: async (options) => await listChanges(scope, options),
    productsAt: async (at, options) => await productsAt(scope, at, options),
    productAt: async (id, at) => await productAt(scope, id, at),
    async correct(author, correction, options) {
      const done = await correct(engine, org, author, correction, options, now);
      await refreshReach(engine, org);
      return done;
    },
    async undoCorrection(author, key) {
      const done = await undoCorrection(engine, org, author, key, now);
      await refreshReach(engine, org);
      return done;
    },
    setField: async (author, product, field) => await setCustomField(engine, org, author, product, field, now),
    fields: async (product) => await customFieldsOf(scope, product),
    corrections: async (product) => await listCorrections(scope, product),
    correction: async (key) => await findCorrection(scope, key),
    suggestions: async (options) => await listSuggestions(scope, options),
    charter: async (product) => await charterOf(scope, product),
    search: async (text, options) => await searchProducts(scope, text, options),
  };
}

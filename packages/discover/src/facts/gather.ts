/** Puts the facts of one repository together: what holds for all of it, and what for each product in it. */
import {
  type Charter,
  CHARTER_TEXT_MAX,
  type Document,
  type HistoryFacts,
  type Product,
  type ProductFacts,
  type Release,
  type RepositoryFacts,
  type Tag,
  type Unit,
} from "@freehold/model";
import type { History, People, References, TreeFile } from "@freehold/repository";
import { folderOf } from "../products/paths.ts";
import { unmetPlaces } from "./charter-places.ts";
import { guidesOf } from "./guides.ts";
import { halfDoneByProduct } from "./half-done/of-product.ts";
import type { HalfDoneReading } from "./half-done/read.ts";
import { type LargeChange, largeChangesOf } from "./history/large-changes.ts";
import { lastChanges } from "./history/last-changes.ts";
import { placeProducts, type ProductPlaces } from "./history/product-places.ts";
import { productHistories } from "./history/product-history.ts";
import type { TreeFacts } from "./read-facts.ts";
import { releasesOf } from "./releases.ts";
import { sizeOf } from "./size.ts";

export interface GatherInput {
  readonly repository: string;
  readonly files: readonly TreeFile[];
  readonly facts: TreeFacts;
  readonly references: References;
  readonly history: History | undefined;
  readonly people: People | undefined;
  /** Absent where it was not read. */
  readonly halfDone?: HalfDoneReading;
  readonly large?: { readonly changes: readonly LargeChange[]; readonly messages: ReadonlyMap<string, string> };
  /** Of all repositories; those of this one are gathered. */
  readonly products: readonly Product[];
  readonly units: readonly Unit[];
  readonly charters: readonly {
    readonly path: string;
    readonly charter: Charter;
    readonly text: string;
    readonly lines: Readonly<Record<string, number>>;
  }[];
}

const MOST_TAGS = 100;
const MOST_BRANCHES = 200;
const MOST_RELEASES = 40;
/** Places where code hosts look for documents that hold for everything. */
const SHARED_FOLDERS: ReadonlySet<string> = new Set(["", ".github", ".gitlab", "docs"]);
const ONE_BY_ONE: ReadonlySet<Document["role"]> = new Set<Document["role"]>([
  "readme",
  "installation",
  "contributing",
  "changelog",
  "conduct",
  "security",
  "support",
  "governance",
  "licence",
]);

export function gatherRepository({ repository, files, facts, references }: GatherInput): RepositoryFacts {
  return {
    repository,
    documents: [...facts.documents.values()].filter(isShared),
    pipelines: [...facts.pipelines],
    tasks: [...facts.tasks],
    lockfiles: [...facts.lockfiles].slice(0, 200),
    branches: references.branches.slice(0, MOST_BRANCHES).map(({ name, commit, time, merged }) => ({
      name,
      commit,
      committedAt: isoOf(time),
      ...(merged === undefined ? {} : { merged }),
    })),
    tags: tagsOf(references).slice(0, MOST_TAGS),
    tagCount: references.tags.length,
    files: topOf(files),
  };
}

/** One entry a product of this repository, in the order of the products. */
export function gatherProducts(input: GatherInput): ProductFacts[] {
  const { repository, files, facts, history, people, products } = input;
  const places = placeProducts(repository, products);
  const units = new Map(input.units.map((unit) => [unit.id, unit]));
  const histories =
    history === undefined || people === undefined ? undefined : productHistories(history, people, places);
  const releases = releasesOf(tagsOf(input.references), places.products, units);
  const filesOf = byProduct(files, ({ path }) => path, places);
  const documentsOf = byProduct([...facts.documents.values()], ({ path }) => path, places);
  const halfDone = halfDoneOf(input, places);
  const large = largeOf(input, places, histories);
  const sole = soleProduct(places.products);
  const atRoot = [...facts.documents.values()].filter(({ path }) => !path.includes("/"));
  const changedAt = lastChanges(history);
  let parts: readonly (readonly string[])[] | undefined;
  const split = () => (parts ??= files.map(({ path }) => path.split("/")));
  return places.products.map((product, index): ProductFacts => {
    const past = histories?.get(product.id);
    // A tag of the whole repository released nothing that was begun later.
    const told = (releases.get(product.id) ?? []).filter(
      ({ tag, version, releasedAt }) =>
        past === undefined || releasedAt >= past.firstCommit || tag.replace(/^v/, "") !== version,
    );
    const inside = documentsOf.get(index) ?? [];
    // What lies at the root speaks of the only product, in whichever folder that lies.
    const documents = product === sole ? [...new Set([...inside, ...atRoot])] : inside;
    const named = product.units.map((id) => units.get(id)).find((unit) => unit?.name === product.name)?.path;
    const written = documentsIn(product, repository, documents, { changedAt, sole: product === sole, named });
    return {
      product: product.id,
      ...charterOf(product, input, split),
      documents: written.own,
      ...(written.guides === undefined ? {} : { guides: written.guides }),
      manifests: product.units.flatMap((id) => {
        const path = units.get(id)?.manifest;
        const manifest = path === undefined ? undefined : facts.manifests.get(path);
        return path === undefined || manifest === undefined ? [] : [{ unit: id, path, ...manifest }];
      }),
      size: sizeOf(filesOf.get(index) ?? []),
      releases: told.slice(0, MOST_RELEASES),
      releaseCount: told.length,
      ...firstStableOf(told),
      ...(past === undefined ? {} : { history: past }),
      ...(halfDone === undefined ? {} : { halfDone: halfDone(index) }),
      ...(large === undefined || past === undefined
        ? {}
        : { largeChanges: large.get(index) ?? { count: 0, silentCount: 0, silent: [] } }),
    };
  });
}

function halfDoneOf({ halfDone, facts }: GatherInput, places: ProductPlaces) {
  if (halfDone === undefined) return undefined;
  const now = byProduct([...halfDone.now], ([path]) => path, places);
  const before = byProduct([...halfDone.before], ([path]) => path, places);
  const commands = facts.pipelines.flatMap((pipeline) => pipeline.commands.map(({ text }) => text));
  return (index: number) =>
    halfDoneByProduct({ now: now.get(index) ?? [], before: before.get(index) ?? [] }, halfDone, commands);
}

function largeOf(
  { large, facts }: GatherInput,
  places: ProductPlaces,
  histories: ReadonlyMap<string, HistoryFacts> | undefined,
) {
  if (large === undefined || histories === undefined) return undefined;
  return largeChangesOf(large.changes, {
    places,
    messages: large.messages,
    records: [...facts.documents.values()].flatMap(({ commits = [] }) => commits),
    began: (index) => {
      const first = histories.get(places.products[index]?.id ?? "")?.firstCommit;
      return first === undefined ? undefined : Date.parse(first) / 1000;
    },
  });
}

/** Of releases newest first: the one since which a product has kept a promise. */
function firstStableOf(releases: readonly Release[]): Pick<ProductFacts, "firstStable"> {
  const first = releases.findLast(({ version }) => /^[1-9]\d*\.\d+(?:\.\d+)?$/.test(version));
  return first === undefined ? {} : { firstStable: first };
}

/** What lies in each product or in one of its parts. */
function byProduct<T>(
  items: readonly T[],
  pathOf: (item: T) => string,
  places: ProductPlaces,
): ReadonlyMap<number, T[]> {
  const found = new Map<number, T[]>();
  for (const item of items) {
    for (const product of places.lines[places.productOf(pathOf(item))] ?? []) {
      const list = found.get(product);
      if (list === undefined) found.set(product, [item]);
      else list.push(item);
    }
  }
  return found;
}

function charterOf(
  { charter: path }: Product,
  { charters }: GatherInput,
  split: () => readonly (readonly string[])[],
): Pick<ProductFacts, "charter" | "charterText" | "charterLines" | "charterUnmet"> {
  const found = path === undefined ? undefined : charters.find((one) => one.path === path);
  if (found === undefined) return {};
  const unmet = unmetPlaces(found.path, found.charter, split());
  return {
    charter: found.charter,
    ...(found.text.length > CHARTER_TEXT_MAX ? {} : { charterText: found.text }),
    charterLines: { ...found.lines },
    ...(unmet.length === 0 ? {} : { charterUnmet: unmet }),
  };
}

/** The only product of a repository, its components and processes aside. */
function soleProduct(products: readonly Product[]): Product | undefined {
  const found = products.filter(
    ({ kind, partOf, hidden }) => kind === "product" && partOf === undefined && hidden !== true,
  );
  return found.length === 1 ? found[0] : undefined;
}

interface Reading {
  readonly changedAt: (path: string) => string | undefined;
  /** The only product of its repository. */
  readonly sole: boolean;
  /** Folder of the unit that has the product's name. */
  readonly named: string | undefined;
}

/** A product's own documents lie in one of its folders; a README further down is a guide to that part. */
function documentsIn(
  product: Product,
  repository: string,
  documents: readonly Document[],
  { changedAt, sole, named }: Reading,
) {
  const prefix = `${repository}:`;
  const folders = product.paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  if (sole && !folders.includes("")) folders.push("");
  // Of several folders the one of its name speaks for it first.
  if (named !== undefined && folders.includes(named)) folders.sort((a, b) => Number(b === named) - Number(a === named));
  const homes = new Map(
    folders
      .flatMap((folder) => [folder, below(folder, ".github"), below(folder, "docs")])
      .map((home, rank) => [home, rank]),
  );
  const rank = ({ path }: Document) => homes.get(folderOf(path)) ?? homes.size;
  // Of two in one folder people keep the longer.
  const own = documents
    .filter(({ path, role }) => ONE_BY_ONE.has(role) && homes.has(folderOf(path)))
    .toSorted((a, b) => rank(a) - rank(b) || b.words - a.words);
  const ownPaths = new Set(own.map(({ path }) => path));
  return {
    own,
    guides: guidesOf(
      documents.filter(({ path, role }) => !ownPaths.has(path) && isReading(role)),
      changedAt,
    ),
  };
}

function isReading(role: Document["role"]): boolean {
  return (
    role === "guide" || role === "readme" || role === "installation" || role === "decision" || role === "contributing"
  );
}

function isShared({ path, role }: Document): boolean {
  if (role === "issue-template" || role === "change-template") return true;
  return ONE_BY_ONE.has(role) && SHARED_FOLDERS.has(folderOf(path));
}

function below(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function tagsOf({ tags }: References): Tag[] {
  return tags.map(({ name, commit, time }) => ({ name, commit, taggedAt: isoOf(time) }));
}

function topOf(files: readonly TreeFile[]): string[] {
  const top = new Set(files.map(({ path }) => (path.includes("/") ? path.slice(0, path.indexOf("/") + 1) : path)));
  return [...top].slice(0, 200);
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** Products of a snapshot, a batch at a time: rows that differ are written, with their history and audit entry. */
import { type Product, productSchema } from "@freehold/model";
import { insertRows } from "../engines/insert-rows.ts";
import { contentHash, packText, sameBytes } from "../packed.ts";
import type { Change } from "../revisions.ts";
import type { ProductColumns } from "../schema/portfolio.ts";
import { writeAliases } from "./aliases.ts";
import { cellOf } from "./cube.ts";
import { keepProductHistory } from "./product-history.ts";
import { changedFacts, FACT_COLUMNS, productFacts } from "./product-facts.ts";
import type { Item } from "./read-snapshot.ts";
import type { Session } from "./session.ts";
import { grantSlugs } from "./slugs.ts";

type KnownProduct = Omit<ProductColumns, "org" | "doc">;

interface ChangedProduct {
  readonly product: Product;
  readonly key: number;
  readonly before: KnownProduct | undefined;
  readonly hash: Uint8Array;
  readonly text: string;
}

export async function takeProducts(session: Session, items: readonly Item[]): Promise<void> {
  const changed = await changedProducts(session, items);
  if (changed.length === 0) return;
  const { revision } = session;
  await keepProductHistory(
    revision,
    changed.filter(({ before }) => before !== undefined).map(({ key }) => key),
  );
  const rows = await rowsOf(session, changed);
  await insertRows(revision, "product", rows, { conflict: { key: ["key"], update: UPDATED } });
  await writeAliases(revision, changed);
  await writeRepositories(session, changed);
  for (const { key, before } of changed) {
    if (!session.touched.has(key)) session.touched.set(key, before === undefined ? undefined : cellOf(before));
    session.texts.add(key);
    if (before === undefined) session.fresh.add(key);
  }
  await revision.record(changed.flatMap((product, place) => changeOf(product, rows[place])));
}

const UPDATED = [...FACT_COLUMNS, "listed", "gone", "repository", "version", "since", "hash", "doc"];

const KNOWN_COLUMNS = [
  ...FACT_COLUMNS,
  "key",
  "id",
  "listed",
  "gone",
  "merged_into",
  "repository",
  "units",
  "provides",
  "dependencies",
  "dependents",
  "externals",
  "reach",
  "violations",
  "problems",
  "version",
  "since",
  "hash",
] as const;

async function changedProducts(session: Session, items: readonly Item[]): Promise<ChangedProduct[]> {
  const { revision } = session;
  const ids = items.map(({ value }) => idOf(value));
  const rows = await revision.db.selectFrom("product").select(KNOWN_COLUMNS).where("id", "in", ids).execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const fresh = ids.filter((id, place) => !known.has(id) && !session.products.has(id) && ids.indexOf(id) === place);
  const allocated = await revision.engine.allocate(revision.db, "product", fresh.length);
  const keys = new Map(fresh.map((id, place) => [id, allocated[place] ?? 0]));
  const changed: ChangedProduct[] = [];
  for (const { index, value, text } of items) {
    const id = idOf(value);
    if (session.products.has(id)) continue;
    const before = known.get(id);
    const key = before?.key ?? keys.get(id) ?? 0;
    session.products.set(id, key);
    session.counts.products++;
    if (typeof value === "object" && value !== null) claimUnits(session, key, value);
    const hash = contentHash(text);
    if (before !== undefined && before.gone !== "retired" && sameBytes(before.hash, hash)) continue;
    const checked = productSchema.safeParse(value);
    if (checked.success) changed.push({ product: value as Product, key, before, hash, text });
    else session.refusals.addIssues(`/products/${index}`, checked.error.issues);
  }
  session.refusals.throwIfAny();
  return changed;
}

/** A unit that two products claim belongs to the first. */
function claimUnits({ claims, folders }: Session, key: number, value: unknown): void {
  const { units, paths } = value as { readonly units?: unknown; readonly paths?: unknown };
  for (const unit of texts(units)) if (!claims.has(unit)) claims.set(unit, key);
  for (const path of texts(paths)) folders.set(path, key);
}

/** The strings of a list that was not validated yet, or of whatever else is there. */
function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

async function rowsOf(session: Session, changed: readonly ChangedProduct[]): Promise<Omit<ProductColumns, "org">[]> {
  const { revision } = session;
  const facts = changed.map(({ product }) => productFacts(product));
  const wishes = changed.map(({ key }, place) => ({ key, slug: facts[place]?.slug ?? "" }));
  const slugs = await grantSlugs(revision, wishes);
  return changed.map(({ product, key, before, hash, text }, place) => {
    const own = facts[place] ?? productFacts(product);
    const [main = ""] = product.repositories;
    return {
      ...(before ?? UNCOUNTED),
      ...own,
      key,
      id: product.id,
      slug: slugs.get(key) ?? own.slug,
      listed: before?.gone === "merged" || before?.gone === "dismissed" ? (0 as const) : (1 as const),
      gone: before?.gone === "retired" ? null : (before?.gone ?? null),
      merged_into: before?.merged_into ?? null,
      repository: session.repositories.get(main) ?? before?.repository ?? null,
      version: (before?.version ?? 0) + 1,
      since: revision.number,
      hash,
      doc: packText(text),
    };
  });
}

const UNCOUNTED = {
  units: 0,
  provides: 0,
  dependencies: 0,
  dependents: 0,
  externals: 0,
  reach: 0,
  violations: 0,
  problems: 0,
};

function changeOf({ product, key, before }: ChangedProduct, after: Omit<ProductColumns, "org"> | undefined): Change[] {
  if (after === undefined) return [];
  const about = { kind: "product", subject: product.id, product: key };
  if (before === undefined) return [{ ...about, action: "created" }];
  const fields = changedFacts(before, after);
  if (before.gone === "retired") return [{ ...about, action: "returned", fields }];
  return [{ ...about, action: "changed", fields, silent: fields.length === 0 }];
}

/** Repositories outside the snapshot stay: it does not speak of them. */
async function writeRepositories(
  { revision, repositories }: Session,
  changed: readonly ChangedProduct[],
): Promise<void> {
  const rows = changed.flatMap(({ product, key }) =>
    [...new Set(product.repositories)].flatMap((id) => {
      const repository = repositories.get(id);
      return repository === undefined ? [] : [{ product: key, repository }];
    }),
  );
  await insertRows(revision, "product_repository", rows, {
    conflict: { key: ["org", "product", "repository"], update: [] },
  });
}

function idOf(value: unknown): string {
  const id = (value as { readonly id?: unknown } | null)?.id;
  return typeof id === "string" ? id : "";
}

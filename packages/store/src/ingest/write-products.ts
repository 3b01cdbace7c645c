/**
 * Rows of products that differ from what is there, with history, names, audit entry and event. What people
 * corrected is laid over what the snapshot says, so that it survives every later snapshot.
 */
import type { Product } from "@freehold/model";
import { correctionsOf } from "../corrections/corrections-of.ts";
import { overlay } from "../corrections/overlay.ts";
import { writeSuggestions } from "../corrections/suggestions.ts";
import { insertRows } from "../engines/insert-rows.ts";
import { readDocuments } from "../documents.ts";
import type { Change } from "../revisions.ts";
import type { AssessedColumns, ProductColumns } from "../schema/portfolio.ts";
import { writeAliases } from "./aliases.ts";
import { cellOf } from "./cube.ts";
import type { ProductWords } from "./prepare/product.ts";
import { changedFacts, FACT_COLUMNS } from "./product-facts.ts";
import { keepProductHistory } from "./product-history.ts";
import type { Session } from "./session.ts";
import { writeRoles } from "./roles.ts";
import { grantSlugs } from "./slugs.ts";

type Counted = Pick<AssessedColumns, "standing" | "steady" | "action">;
type KnownProduct = Omit<ProductColumns, "org" | "doc"> & Counted;
type ProductRow = Omit<ProductColumns, "org"> & Counted;

export interface ChangedProduct {
  /** What the newest snapshot says of it. */
  readonly product: ProductWords;
  readonly key: number;
  readonly before: KnownProduct | undefined;
  readonly hash: Uint8Array;
  readonly doc: Uint8Array;
  /** No snapshot names it any more. */
  readonly retired?: boolean;
}

const UPDATED = [...FACT_COLUMNS, "listed", "gone", "merged_into", "repository", "version", "since", "hash", "doc"];

export const KNOWN_COLUMNS = [
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
  "standing",
  "steady",
  "action",
] as const;

export async function writeProducts(session: Session, changed: readonly ChangedProduct[]): Promise<void> {
  if (changed.length === 0) return;
  const { revision } = session;
  const existing = changed.filter(({ before }) => before !== undefined).map(({ key }) => key);
  await keepProductHistory(revision, existing);
  const rows = await rowsOf(session, changed, existing);
  const searched = await searchedOtherwise(revision, changed, rows);
  await insertRows(revision, "product", rows, { conflict: { key: ["key"], update: UPDATED } });
  await writeAliases(
    revision,
    changed.flatMap((each, place) => {
      const after = rows[place];
      return after === undefined ? [] : [{ ...each, after }];
    }),
  );
  await writeRepositories(session, changed);
  await writeRoles(
    session,
    changed.flatMap(({ product, key, before }, place) => {
      const after = rows[place];
      const fresh = before === undefined;
      return after === undefined ? [] : [{ key, fresh, ownership: product.ownership, after }];
    }),
  );
  for (const { key, before } of changed) {
    if (!session.touched.has(key)) session.touched.set(key, before === undefined ? undefined : cellOf(before));
    if (before === undefined) session.fresh.add(key);
  }
  for (const key of searched) session.texts.add(key);
  await revision.record(changed.flatMap((product, place) => changeOf(product, rows[place])));
}

/** Products that are found by other words than before; the index is the most expensive thing to write. */
async function searchedOtherwise(
  { db }: Session["revision"],
  changed: readonly ChangedProduct[],
  rows: readonly ProductRow[],
): Promise<number[]> {
  const existing = changed.flatMap(({ key, before }) => (before === undefined ? [] : [key]));
  const docs =
    existing.length === 0
      ? []
      : await db.selectFrom("product").select(["key", "doc"]).where("key", "in", existing).execute();
  const products = await readDocuments<Product>(
    { db },
    docs.map(({ doc }) => doc),
  );
  const aliases = new Map(products.map((product, at) => [docs[at]?.key, aliasesOf(product)]));
  return changed.flatMap(({ key, product, before }, place) => {
    const same =
      before !== undefined &&
      TEXT_COLUMNS.every((column) => before[column] === rows[place]?.[column]) &&
      aliases.get(key) === aliasesOf(product);
    return same ? [] : [key];
  });
}

const TEXT_COLUMNS = ["slug", "name", "mission", "owner_id", "owner_name", "listed"] as const;

function aliasesOf(product: Pick<Product, "aliases">): string {
  return JSON.stringify(product.aliases);
}

async function rowsOf(
  session: Session,
  changed: readonly ChangedProduct[],
  existing: readonly number[],
): Promise<ProductRow[]> {
  const { revision } = session;
  const corrections = await correctionsOf(revision, existing);
  const laid = changed.map(({ product, key }) => overlay(product, corrections.get(key) ?? []));
  await writeSuggestions(
    revision,
    changed.map(({ key }, place) => ({ product: key, disputes: laid[place]?.disputes ?? [] })),
    existing,
  );
  const wishes = changed.flatMap(({ key, retired }, place) => {
    const own = laid[place];
    return own === undefined || own.gone !== null || retired === true ? [] : [{ key, slug: own.facts.slug }];
  });
  const slugs = await grantSlugs(revision, wishes);
  return changed.flatMap(({ product, key, before, hash, doc, retired }, place) => {
    const own = laid[place];
    if (own === undefined) return [];
    const gone = own.gone ?? (retired === true ? "retired" : null);
    const [main = ""] = product.repositories;
    return [
      {
        ...(before ?? UNCOUNTED),
        ...own.facts,
        key,
        id: product.id,
        slug: slugs.get(key) ?? own.facts.slug,
        listed: gone === null ? (1 as const) : (0 as const),
        gone,
        merged_into: own.mergedInto,
        repository: session.repositories.get(main) ?? before?.repository ?? null,
        version: (before?.version ?? 0) + 1,
        since: revision.number,
        hash,
        doc,
      },
    ];
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
  standing: null,
  steady: null,
  action: null,
};

function changeOf({ product, key, before }: ChangedProduct, after: ProductRow | undefined): Change[] {
  if (after === undefined) return [];
  const about = { kind: "product", subject: product.id, product: key };
  if (before === undefined) return [{ ...about, action: "created" }];
  const fields = changedFacts(before, after);
  if (before.gone !== after.gone) return [{ ...about, action: after.gone ?? "returned", fields }];
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

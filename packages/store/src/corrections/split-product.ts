/** The product that a split makes. No snapshot knows it, so none retires it: its hash is empty. */
import { randomUUID } from "node:crypto";
import type { Product } from "@freehold/model";
import type { Session } from "../ingest/session.ts";
import { writeProducts } from "../ingest/write-products.ts";
import { readDocument } from "../documents.ts";
import { pack } from "../packed.ts";
import { StoreError } from "../store-error.ts";
import type { Correction } from "./correction.ts";

/** What marks a product that people made. */
const MADE_HASH = new Uint8Array(0);

export async function makeSplitProduct(
  session: Session,
  from: number,
  { name, units }: Correction & { readonly kind: "split" },
): Promise<{ readonly key: number; readonly id: string }> {
  const { db, engine } = session.revision;
  const known = await db
    .selectFrom("unit")
    .select("id")
    .where("id", "in", units.length === 0 ? [""] : units)
    .where("product", "=", from)
    .execute();
  const missing = units.filter((id) => !known.some((unit) => unit.id === id));
  if (units.length === 0 || missing.length > 0) {
    throw new StoreError(
      "store/invalid",
      `a split names units of the product; ${missing[0] ?? "none"} is not one of them`,
    );
  }
  const row = await db.selectFrom("product").select("doc").where("key", "=", from).executeTakeFirstOrThrow();
  const origin = await readDocument<Product>(session.revision, row.doc);
  const [key = 0] = await engine.allocate(db, "product", 1);
  const id = `prd_${randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const product: Product = {
    id,
    slug: slugOf(name),
    aliases: [],
    name,
    kind: origin.kind,
    provenance: "confirmed",
    confidence: 1,
    repositories: origin.repositories,
    units: [...units],
    paths: [],
    reasons: [{ rule: "correction.split", detail: `${session.revision.author.actor} split it from ${origin.name}` }],
    ownership: origin.ownership,
  };
  await writeProducts(session, [{ product, key, before: undefined, hash: MADE_HASH, doc: pack(product) }]);
  return { key, id };
}

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  return slug === "" ? "product" : slug;
}

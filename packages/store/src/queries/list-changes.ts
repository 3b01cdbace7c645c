/** What changed, by whom and why: the feed and the audit log are the same rows. */
import type { ProductRef } from "@freehold/model";
import type { Scope } from "../scope.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { locateProduct } from "./find-product.ts";
import { MOST_ITEMS } from "./list-products.ts";
import { productRefs } from "./product-refs.ts";

export interface StoredChange {
  readonly revision: number;
  readonly ordinal: number;
  readonly at: number;
  readonly actor: string;
  readonly actorKind: string;
  readonly request?: string;
  /** What the whole revision was: `snapshot.ingested`, `product.renamed`, … */
  readonly revisionAction: string;
  readonly reason?: string;
  readonly kind: string;
  readonly subject: string;
  /** That it happened to, as it is called now. */
  readonly product?: ProductRef;
  readonly action: string;
  /** Field, what it was, what it became. */
  readonly fields: readonly (readonly [field: string, before: unknown, after: unknown])[];
}

export interface ChangeOptions {
  /** Only what came after this revision. */
  readonly since?: number;
  /** Any name of a product: only what happened to it. */
  readonly product?: string;
  readonly actor?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface ChangePage {
  readonly items: readonly StoredChange[];
  readonly next?: string;
}

/** Newest first. */
export async function listChanges(scope: Scope, options: ChangeOptions = {}): Promise<ChangePage> {
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  let query = scope.db
    .selectFrom("change")
    .innerJoin("revision", "revision.number", "change.revision")
    .select(["change.revision", "change.ordinal", "change.kind", "change.subject", "change.action", "change.fields"])
    .select("change.product")
    .select(["revision.at", "revision.actor", "revision.actor_kind", "revision.request", "revision.reason"])
    .select("revision.action as revision_action");
  if (options.since !== undefined) query = query.where("change.revision", ">", options.since);
  if (options.actor !== undefined) query = query.where("revision.actor", "=", options.actor);
  if (options.product !== undefined) {
    const located = await locateProduct(scope, options.product);
    query = query.where("change.product", "=", located?.key ?? -1);
  }
  if (options.cursor !== undefined) {
    const { value, key } = readCursor(options.cursor, "changes");
    query = query.where((or) =>
      or.or([
        or("change.revision", "<", Number(value)),
        or.and([or("change.revision", "=", Number(value)), or("change.ordinal", ">", key)]),
      ]),
    );
  }
  const rows = await query
    .orderBy("change.revision", "desc")
    .orderBy("change.ordinal", "asc")
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const refs = await productRefs(
    scope,
    shown.flatMap(({ product }) => product ?? []),
  );
  const items = shown.map(({ actor_kind, revision_action, request, reason, fields, product, ...row }) => ({
    ...row,
    ...productOf(refs, product),
    actorKind: actor_kind,
    revisionAction: revision_action,
    ...(request === null ? {} : { request }),
    ...(reason === null ? {} : { reason }),
    fields: fields === null ? [] : (JSON.parse(fields) as StoredChange["fields"]),
  }));
  if (rows.length <= limit || last === undefined) return { items };
  return { items, next: writeCursor({ order: "changes", value: last.revision, key: last.ordinal }) };
}

function productOf(refs: ReadonlyMap<number, ProductRef>, key: number | null): Pick<StoredChange, "product"> {
  const product = key === null ? undefined : refs.get(key);
  return product === undefined ? {} : { product };
}

/**
 * Uploads in parts: what arrived stays, so that after a break only the rest is sent. Parts are small
 * changes of their own; nothing of a snapshot is seen before the upload is finished as one ingest.
 */
import { createHash, randomUUID } from "node:crypto";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Engine } from "../engines/engine.ts";
import type { Scope } from "../scope.ts";
import { StoreError } from "../store-error.ts";

/** Most bytes of one part. */
export const MOST_PART_BYTES = 8 * 1024 * 1024;
/** Most bytes of one upload: several times the largest snapshot that is known. */
const MOST_UPLOAD_BYTES = 4 * 1024 * 1024 * 1024;

export interface UploadStatus {
  readonly id: string;
  readonly actor: string;
  readonly created: number;
  readonly parts: readonly { readonly number: number; readonly bytes: number }[];
}

export async function beginUpload({ db }: Scope, actor: string, now: number): Promise<string> {
  const id = `upl_${randomUUID().replaceAll("-", "")}`;
  await db.insertInto("upload").values({ id, actor, created: now, touched: now }).execute();
  return id;
}

export async function uploadStatus({ db }: Scope, id: string): Promise<UploadStatus | undefined> {
  const row = await db.selectFrom("upload").select(["id", "actor", "created"]).where("id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  const parts = await db
    .selectFrom("upload_part")
    .select(["number", "bytes"])
    .where("upload", "=", id)
    .orderBy("number")
    .execute();
  return { ...row, parts };
}

/**
 * Keeps part `number` (from 0); the same part again is fine, another content under its number replaces it.
 * Throws `store/not-found`, `store/invalid`.
 */
export async function addPart(
  { db }: Scope,
  id: string,
  number: number,
  content: Uint8Array,
  now: number,
): Promise<void> {
  if (!Number.isSafeInteger(number) || number < 0)
    throw new StoreError("store/invalid", `parts are numbered from 0, not ${number}`);
  if (content.length === 0 || content.length > MOST_PART_BYTES) {
    throw new StoreError("store/invalid", `a part has 1 to ${MOST_PART_BYTES} bytes, not ${content.length}`);
  }
  if (number * content.length > MOST_UPLOAD_BYTES) throw new StoreError("store/invalid", "the upload is too large");
  const { numUpdatedRows } = await db
    .updateTable("upload")
    .set({ touched: now })
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new StoreError("store/not-found", `there is no upload "${id}"`);
  const hash = createHash("sha256").update(content).digest();
  const row = { bytes: content.length, hash, content: zstdCompressSync(content) };
  await db
    .insertInto("upload_part")
    .values({ upload: id, number, ...row })
    .onConflict((conflict) => conflict.columns(["upload", "number"]).doUpdateSet(row))
    .execute();
}

/** The bytes of an upload, one part in memory at a time. Throws `store/conflict` where a part is missing. */
export async function* uploadedBytes(scope: Scope, id: string): AsyncGenerator<Uint8Array> {
  const status = await uploadStatus(scope, id);
  if (status === undefined) throw new StoreError("store/not-found", `there is no upload "${id}"`);
  const gap = status.parts.findIndex(({ number }, place) => number !== place);
  if (gap >= 0) throw new StoreError("store/conflict", `part ${gap} has not arrived`, { missing: gap });
  for (const { number, bytes } of status.parts) {
    const row = await scope.db
      .selectFrom("upload_part")
      .select("content")
      .where("upload", "=", id)
      .where("number", "=", number)
      .executeTakeFirstOrThrow();
    yield zstdDecompressSync(row.content, { maxOutputLength: bytes });
  }
}

export async function removeUpload({ db }: Scope, id: string): Promise<void> {
  await db.deleteFrom("upload_part").where("upload", "=", id).execute();
  await db.deleteFrom("upload").where("id", "=", id).execute();
}

/** Removes uploads of all organisations that nobody continued since a time. */
export async function pruneUploads(engine: Engine, before: number): Promise<number> {
  return await engine.write.transaction().execute(async (db) => {
    const stale = await db.selectFrom("upload").select(["org", "id"]).where("touched", "<", before).execute();
    for (const { org, id } of stale) {
      await db.deleteFrom("upload_part").where("org", "=", org).where("upload", "=", id).execute();
      await db.deleteFrom("upload").where("org", "=", org).where("id", "=", id).execute();
    }
    return stale.length;
  });
}

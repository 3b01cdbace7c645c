/** Snapshots, uploads and repositories as the API takes and shows them. */
import { repositorySchema } from "@freehold/model";
import type { StoredRepository } from "@freehold/store";
import * as z from "zod";
import { iso } from "../iso.ts";
import { name } from "./parameters.ts";

const count = z.int().nonnegative();

export const SNAPSHOT_TYPES = ["application/json", "application/octet-stream"];

/** Ten times what the largest known portfolio needs. */
export const MOST_SNAPSHOT_BYTES = 4 * 1024 * 1024 * 1024;

export const ingestResultSchema = z
  .object({
    snapshot: z.string().describe("SHA-256 of the snapshot"),
    revision: count.describe("The revision that took it in"),
    known: z.boolean().describe("It was taken in before; nothing changed"),
    units: count,
    products: count,
    changed: z.object({ units: count, products: count }),
  })
  .meta({ id: "IngestResult" });

export const uploadParameter = z.strictObject({ upload: name.describe("Id of an upload") });

export const uploadSchema = z
  .object({
    id: z.string(),
    actor: z.string(),
    created: z.iso.datetime(),
    parts: z.array(z.object({ number: count, bytes: count })),
  })
  .meta({ id: "Upload" });

export const listedSnapshotSchema = z
  .object({
    id: z.string(),
    revision: count,
    made: z.iso.datetime().describe("When the scan ran"),
    received: z.iso.datetime(),
    bytes: count,
    repositories: count,
    units: count,
    products: count,
    generator: z.unknown(),
  })
  .meta({ id: "ListedSnapshot" });

export const listedRepositorySchema = z
  .object({
    info: repositorySchema,
    snapshot: z.string().describe("The newest snapshot that speaks of it"),
    revision: count,
    standing: z
      .object({
        state: z.enum(["archived", "gone"]).describe("gone: removed, renamed, or not shown to the credential any more"),
        source: z.string().describe("Id of the source that says so"),
        since: z.iso.datetime().optional().describe("When it was first missed"),
      })
      .optional()
      .describe("How it stands at its source; what it gave stays until a person decides otherwise"),
  })
  .meta({ id: "ListedRepository" });

/** The store's number of a repository is nobody else's business. */
export function listedRepository({ info, snapshot, revision, standing }: StoredRepository) {
  if (standing === undefined) return { info, snapshot, revision };
  const { since, ...told } = standing;
  return { info, snapshot, revision, standing: { ...told, ...(since === undefined ? {} : { since: iso(since) }) } };
}

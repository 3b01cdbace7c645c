/** Snapshots on disk: validated when read, written beside and renamed. */
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { SNAPSHOT_FORMAT, SNAPSHOT_VERSION, type Snapshot, snapshotSchema } from "@freehold/model";
import { Failure } from "./failure.ts";

/**
 * The snapshot in a file. Throws a `Failure` that names the file, and the field where the content is
 * not a snapshot of a version that is understood.
 */
export async function readSnapshot(path: string): Promise<Snapshot> {
  const value = parseJson(await readText(path), path);
  const head = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  if (head["format"] !== SNAPSHOT_FORMAT) {
    throw new Failure(
      "snapshot/not-a-snapshot",
      `${path} is not a Freehold snapshot`,
      `Make one: freehold scan --out ${path}`,
    );
  }
  if (head["version"] !== SNAPSHOT_VERSION) {
    const hint = `This Freehold reads version ${SNAPSHOT_VERSION}; scan again with it, or use the Freehold that wrote the file.`;
    throw new Failure("snapshot/unknown-version", `${path} is a snapshot of version ${String(head["version"])}`, hint);
  }
  const parsed = snapshotSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue === undefined ? "" : ` at ${issue.path.join(".")}: ${issue.message}`;
  throw new Failure("snapshot/invalid", `${path} is damaged${where}`, "Scan again to replace it.");
}

/** Writes a snapshot; a reader never sees half of it, and a failed write leaves the old file. */
export async function writeSnapshot(path: string, snapshot: Snapshot): Promise<void> {
  await writeFileWhole(path, snapshotText(snapshot));
}

/** Writes beside and renames. Throws a `Failure` that says why it could not. */
export async function writeFileWhole(path: string, text: Iterable<string>): Promise<void> {
  const beside = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await pipeline(Readable.from(inChunks(text)), createWriteStream(beside));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(
      "snapshot/not-written",
      `could not write ${path}: ${message}`,
      "Name a file in a folder that exists and is writable.",
    );
  }
}

/** Fewer and larger: each is a write of its own. */
function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

/** Characters. */
const CHUNK = 256 * 1024;

/** JSON in pieces, one entry a line: large snapshots are never one string, and diffs stay readable. */
export function* snapshotText(snapshot: Snapshot): Generator<string> {
  let separator = "{\n";
  for (const [key, value] of Object.entries(snapshot)) {
    yield `${separator}${JSON.stringify(key)}: `;
    separator = ",\n";
    if (Array.isArray(value)) yield* listText(value);
    else yield JSON.stringify(value);
  }
  yield "\n}\n";
}

function* listText(items: readonly unknown[]): Generator<string> {
  let separator = "[\n";
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ",\n";
  }
  yield items.length === 0 ? "[]" : "\n]";
}

async function readText(path: string): Promise<string> {
  try {
    if ((await stat(path)).isDirectory()) throw new Error("it is a folder");
    return await readFile(path, "utf8");
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(
      "snapshot/not-readable",
      `could not read ${path}: ${message}`,
      "Make one: freehold scan --out snapshot.json",
    );
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure("snapshot/invalid-json", `${path} is not JSON: ${message}`, "Scan again to replace it.");
  }
}

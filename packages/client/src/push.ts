/**
 * Pushing a snapshot: in one request where it is small, else as an upload in parts, each of which is tried
 * again when the connection breaks. What arrived is not sent again, neither now nor by a later push that
 * names the upload.
 */
import type { Client } from "./client.ts";
import { ApiFailure, type ApiProblem } from "./failure.ts";
import type { components } from "./schema.ts";
import { type Attempts, tried } from "./tried.ts";

export type PushedSnapshot = components["schemas"]["IngestResult"];

export interface PushOptions extends Attempts {
  /** An upload that broke, to go on with. */
  readonly upload?: string;
  /** Told once an upload has begun, and after each part. */
  readonly onProgress?: (progress: { readonly upload: string; readonly sent: number; readonly of: number }) => void;
  /** Most bytes of a snapshot that goes in one request. Default 64 MiB. */
  readonly atOnceBytes?: number;
  /** Bytes of a part. Default 8 MiB, the most that a server takes. */
  readonly partBytes?: number;
}

/** What is worth sending again as a whole: an upload in parts is written to the database twice. */
const AT_ONCE = 64 * 1024 * 1024;
const PART = 8 * 1024 * 1024;

/** Throws an `ApiFailure` where the server refuses it, and what `fetch` throws where it can't be reached. */
export async function pushSnapshot(client: Client, snapshot: Blob, options: PushOptions = {}): Promise<PushedSnapshot> {
  const { atOnceBytes = AT_ONCE, partBytes = PART, upload } = options;
  if (snapshot.size <= atOnceBytes && upload === undefined) return await pushAtOnce(client, snapshot, options);
  const id = upload ?? (await tried(options, async () => answered(await client.POST("/api/v1/uploads")))).id;
  await sendParts(client, snapshot, { ...options, id, partBytes });
  // Where the answer is lost, the upload is gone all the same; with a key it is answered again.
  const params = { path: { upload: id }, header: { "Idempotency-Key": crypto.randomUUID() } };
  return await tried(options, async () => answered(await client.POST("/api/v1/uploads/{upload}/snapshot", { params })));
}

async function pushAtOnce(client: Client, snapshot: Blob, options: PushOptions): Promise<PushedSnapshot> {
  const body = snapshot;
  return await tried(options, async () =>
    answered(await client.POST("/api/v1/snapshots", { body, bodySerializer: asItIs, headers: JSON_TYPE })),
  );
}

interface Upload extends PushOptions {
  readonly id: string;
  readonly partBytes: number;
}

async function sendParts(client: Client, snapshot: Blob, options: Upload): Promise<void> {
  const { id, partBytes, onProgress } = options;
  const path = { upload: id };
  const status = await tried(options, async () =>
    answered(await client.GET("/api/v1/uploads/{upload}", { params: { path } })),
  );
  const arrived = new Map(status.parts.map(({ number, bytes }) => [number, bytes]));
  for (let part = 0; part * partBytes < snapshot.size; part++) {
    const piece = snapshot.slice(part * partBytes, (part + 1) * partBytes);
    if (arrived.get(part) !== piece.size) await sendPart(client, { ...path, part }, piece, options);
    onProgress?.({ upload: id, sent: Math.min(snapshot.size, (part + 1) * partBytes), of: snapshot.size });
  }
}

async function sendPart(
  client: Client,
  path: { readonly upload: string; readonly part: number },
  piece: Blob,
  attempts: Attempts,
): Promise<void> {
  const body = await piece.arrayBuffer();
  await tried(attempts, async () =>
    answered(
      await client.PUT("/api/v1/uploads/{upload}/parts/{part}", {
        params: { path },
        body,
        bodySerializer: asItIs,
        headers: BYTES_TYPE,
      }),
    ),
  );
}

const JSON_TYPE = { "content-type": "application/json" };
const BYTES_TYPE = { "content-type": "application/octet-stream" };

function asItIs(body: unknown): ArrayBuffer | Blob {
  if (body instanceof ArrayBuffer || body instanceof Blob) return body;
  throw new TypeError("a snapshot is sent as bytes");
}

function answered<T>({ data, error, response }: { data?: T; error?: ApiProblem; response: Response }): T {
  if (data !== undefined) return data;
  throw new ApiFailure(error?.detail === undefined ? unreadable(response) : error);
}

/** Something between here and the server answered in its place. */
function unreadable({ status, url }: Response): ApiProblem {
  const detail = `${url} answered with status ${status}, and not as a Freehold server does`;
  return { type: "about:blank", title: "No answer of Freehold", status, detail, instance: new URL(url).pathname };
}

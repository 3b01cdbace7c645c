/** Bodies: JSON with the hash of its bytes, and streams that are bounded and unpacked as they come in. */
import { createHash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { problem } from "./problems.ts";

export class JsonBody {
  readonly value: unknown;
  readonly hash: string;

  constructor(bytes: Buffer) {
    this.hash = createHash("sha256").update(bytes).digest("hex");
    this.value = bytes.length === 0 ? undefined : parsed(bytes.toString("utf8"));
  }
}

export function readJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, async (_request: unknown, bytes: Buffer) => {
    return new JsonBody(bytes);
  });
}

/** The body stays the stream that it is; whoever reads it bounds it by `boundedBytes`. */
export function readBytes(app: FastifyInstance, types: readonly string[]): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...types], async (_request: unknown, payload: Readable) => payload);
}

/** What was sent, unpacked, at most so many bytes; then a problem of status 413. */
export async function* boundedBytes(
  body: unknown,
  encoding: string | undefined,
  most: number,
): AsyncGenerator<Uint8Array> {
  if (!(body instanceof Readable)) return;
  let length = 0;
  try {
    for await (const chunk of unpacked(body, encoding)) {
      if (!(chunk instanceof Uint8Array)) continue;
      length += chunk.length;
      if (length > most) throw problem("too-large", `The body has more than ${most} bytes.`);
      yield chunk;
    }
  } catch (error) {
    if (isBroken(error)) throw problem("invalid-input", `The body is not what "${encoding}" says: ${error.message}.`);
    throw error;
  }
}

function unpacked(body: Readable, encoding: string = "identity"): Readable {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return pipeline(body, createGunzip(), ignore);
  if (encoding === "zstd") return pipeline(body, createZstdDecompress(), ignore);
  throw problem("unsupported-type", `"${encoding.slice(0, 80)}" is not read; send gzip, zstd or plain.`);
}

/** The reader sees the error itself; a pipeline wants to be told that somebody does. */
function ignore(): void {}

function isBroken(error: unknown): error is Error {
  return error instanceof Error && "code" in error && /^(?:Z_|ZSTD_)/.test(String(error.code));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw problem("invalid-input", `The body is no JSON: ${error instanceof Error ? error.message : "unreadable"}`, {
      errors: [{ in: "body", pointer: "", detail: "no JSON" }],
    });
  }
}

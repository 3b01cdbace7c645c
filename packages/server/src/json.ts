/** JSON answers with an entity tag and, where it pays, compressed. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

interface Entity {
  readonly tag: string;
  readonly plain: Buffer;
  compressed?: Buffer;
}

const compress = promisify(gzip);

/** Below one packet compression saves nothing. */
const WORTH_COMPRESSING = 1400;

/** With a version the entity tag begins with it, so that a change can name the version that it was made for. */
export function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  value: unknown,
  version?: number,
): Promise<FastifyReply> {
  return sendEntity(entityOf(value, version === undefined ? "" : `${version}.`), request, reply);
}

/** A text of another type, with an entity tag as JSON has one. */
export function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  type: string,
): Promise<FastifyReply> {
  return sendEntity(taggedEntity(Buffer.from(text)), request, reply, type);
}

function entityOf(value: unknown, before: string = ""): Entity {
  return taggedEntity(Buffer.from(JSON.stringify(value)), before);
}

function taggedEntity(plain: Buffer, before: string = ""): Entity {
  return { plain, tag: `"${before}${createHash("sha1").update(plain).digest("base64url")}"` };
}

async function sendEntity(
  entity: Entity,
  request: FastifyRequest,
  reply: FastifyReply,
  type: string = "application/json; charset=utf-8",
): Promise<FastifyReply> {
  reply.headers({ etag: entity.tag, "cache-control": "no-cache", vary: "accept-encoding" });
  if (matches(request.headers["if-none-match"], entity.tag)) return reply.code(304).send();
  reply.type(type);
  if (entity.plain.length < WORTH_COMPRESSING || !acceptsGzip(request)) return reply.send(entity.plain);
  entity.compressed ??= await compress(entity.plain, { level: constants.Z_BEST_SPEED });
  return reply.header("content-encoding", "gzip").send(entity.compressed);
}

function matches(condition: string | undefined, tag: string): boolean {
  if (condition === undefined) return false;
  return condition === "*" || condition.split(",").some((candidate) => candidate.trim().replace(/^W\//, "") === tag);
}

function acceptsGzip(request: FastifyRequest): boolean {
  const accepted = request.headers["accept-encoding"] ?? "";
  return /(?:^|,)\s*gzip\s*(?!;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted);
}

/** From a request to the answer of its route: parsed, done, presented. */
import { Readable } from "node:stream";
import type { OrganisationStore } from "@freehold/store";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sendJson, sendText } from "../json.ts";
import { boundedBytes, JsonBody } from "./body.ts";
import { idempotencyKeyOf, versionOf } from "./conditions.ts";
import { once, type Written } from "./idempotent.ts";
import { type ApiOptions, judge } from "./judge.ts";
import { problem } from "./problems.ts";
import type { Answer, ApiRoute, Call, OpenCall } from "./route.ts";

type AnyCall = Call<unknown, unknown, unknown>;

export async function answer(
  route: ApiRoute,
  options: ApiOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (route.right === "none")
    return await present(route, request, reply, await route.handle(openCall(options, request)));
  const call = await callOf(route, options, request);
  if (route.method === "GET") return await present(route, request, reply, await route.handle(call));
  const work = async (organisation = call.organisation) =>
    written(route, await route.handle({ ...call, organisation }));
  return sendWritten(reply, await write(route, call, request, work));
}

async function present(
  route: ApiRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  answered: Answer<unknown>,
): Promise<FastifyReply> {
  if (answered.cookies !== undefined) void reply.header("set-cookie", answered.cookies);
  if (route.method !== "GET") return sendWritten(reply, written(route, answered));
  const { value, version } = answered;
  if (value instanceof Readable) return sendStream(reply, value);
  if (route.media !== undefined) return await sendText(request, reply, String(value), route.media);
  const next = nextOf(value);
  if (next !== undefined) reply.header("link", `<${pageAddress(request.url, next)}>; rel="next"`);
  return await sendJson(request, reply, value, version);
}

function openCall({ store, server }: ApiOptions, request: FastifyRequest): OpenCall<unknown, unknown, unknown> {
  const { actor, body, params, query } = request;
  return { store, server, request, actor, params, query, body: body instanceof JsonBody ? body.value : undefined };
}

async function callOf(route: ApiRoute, options: ApiOptions, request: FastifyRequest): Promise<AnyCall> {
  const { store, server, listening } = options;
  const { actor, headers, body, params, query } = request;
  if (actor === undefined) throw problem("unauthenticated", "Nobody said who asks.");
  return {
    store,
    server,
    listening,
    request,
    judgeAgain: async () => await judge(route, options, request),
    organisation: await store.forOrganisation(actor.organisation),
    actor,
    author: { actor: actor.id, kind: actor.kind, request: request.id },
    version: route.conditional === true ? versionOf(headers["if-match"]) : undefined,
    bytes: boundedBytes(body, headers["content-encoding"], route.bytes?.most ?? 0),
    params,
    query,
    body: body instanceof JsonBody ? body.value : undefined,
  };
}

/**
 * Bytes have no key: a snapshot is known by its content, a part by its number. Nor has what is shown once,
 * which would have to be kept to be shown again.
 */
async function write(
  route: ApiRoute,
  { organisation, actor }: AnyCall,
  request: FastifyRequest,
  work: (within?: OrganisationStore) => Promise<Written>,
): Promise<Written> {
  const keyed = route.bytes === undefined && route.secret !== true;
  const key = keyed ? idempotencyKeyOf(request.headers["idempotency-key"]) : undefined;
  if (key === undefined) return await work();
  const hash = request.body instanceof JsonBody ? request.body.hash : "";
  const parts = [request.method, request.url, request.headers["if-match"] ?? "", hash];
  return await once(organisation, { key: `${actor.id} ${key}`, parts }, work);
}

function written(route: ApiRoute, { value, status }: Answer<unknown>): Written {
  return { status: status ?? route.status ?? 200, text: JSON.stringify(value) };
}

function sendWritten(reply: FastifyReply, { status, text, replayed }: Written): FastifyReply {
  if (replayed === true) reply.header("idempotency-replayed", "true");
  return reply.code(status).header("cache-control", "no-store").type("application/json; charset=utf-8").send(text);
}

/** Neither a cache nor a proxy may hold events back. */
function sendStream(reply: FastifyReply, events: Readable): FastifyReply {
  return reply
    .type("text/event-stream; charset=utf-8")
    .headers({ "cache-control": "no-store", "x-accel-buffering": "no" })
    .send(events);
}

function nextOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("next" in value)) return undefined;
  return typeof value.next === "string" ? value.next : undefined;
}

/** The same address with another cursor; relative to the server, whatever name it has. */
function pageAddress(url: string, next: string): string {
  const [path = "", query = ""] = url.split("?", 2);
  const parameters = new URLSearchParams(query);
  parameters.set("cursor", next);
  return `${path}?${parameters.toString()}`;
}

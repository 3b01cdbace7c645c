/** From a request to the answer of its route: judged, parsed, done, presented. */
import type { Store } from "@freehold/store";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sendJson } from "../json.ts";
import type { Actor, Authenticate } from "./actor.ts";
import { boundedBytes, JsonBody } from "./body.ts";
import { idempotencyKeyOf, versionOf } from "./conditions.ts";
import { once, type Written } from "./idempotent.ts";
import { problem } from "./problems.ts";
import type { Answer, ApiRoute, Call } from "./route.ts";

export interface ApiOptions {
  readonly store: Store;
  readonly authenticate: Authenticate;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; set before a route of the API is answered. */
    actor: Actor | undefined;
  }
}

/** Before the body is read: who asks, and whether they may. */
export async function judge(route: ApiRoute, authenticate: Authenticate, request: FastifyRequest): Promise<void> {
  const actor = await authenticate(request);
  request.actor = actor;
  if (await actor.may(route.right, subjectOf(request.params))) return;
  throw problem("forbidden", `"${actor.id}" may not do this: it takes the right to ${route.right}.`);
}

export async function answer(
  route: ApiRoute,
  store: Store,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const call = await callOf(route, store, request);
  if (route.method !== "GET") return sendWritten(reply, await write(route, call, request));
  const { value, version } = await route.handle(call);
  const next = nextOf(value);
  if (next !== undefined) reply.header("link", `<${pageAddress(request.url, next)}>; rel="next"`);
  return await sendJson(request, reply, value, version);
}

async function callOf(
  route: ApiRoute,
  store: Store,
  request: FastifyRequest,
): Promise<Call<unknown, unknown, unknown>> {
  const { actor, headers, body, params, query } = request;
  if (actor === undefined) throw problem("unauthenticated", "Nobody said who asks.");
  return {
    store,
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

/** Bytes have no key: a snapshot is known by its content, a part by its number. */
async function write(
  route: ApiRoute,
  call: Call<unknown, unknown, unknown>,
  request: FastifyRequest,
): Promise<Written> {
  const work = async () => written(route, await route.handle(call));
  const key = route.bytes === undefined ? idempotencyKeyOf(request.headers["idempotency-key"]) : undefined;
  if (key === undefined) return await work();
  const hash = request.body instanceof JsonBody ? request.body.hash : "";
  const parts = [request.method, request.url, request.headers["if-match"] ?? "", hash];
  return await once(call.organisation, { key: `${call.actor.id} ${key}`, parts }, work);
}

function written(route: ApiRoute, { value, status }: Answer<unknown>): Written {
  return { status: status ?? route.status ?? 200, text: JSON.stringify(value) };
}

function sendWritten(reply: FastifyReply, { status, text, replayed }: Written): FastifyReply {
  if (replayed === true) reply.header("idempotency-replayed", "true");
  return reply.code(status).header("cache-control", "no-store").type("application/json; charset=utf-8").send(text);
}

function subjectOf(params: unknown): { readonly product?: string } {
  const product: unknown = typeof params === "object" && params !== null ? Reflect.get(params, "product") : undefined;
  return typeof product === "string" ? { product } : {};
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

/**
 * What a route is: data first, so that validation, the OpenAPI document, the typed client and the tests that
 * run over all routes come from one place; then the one function that answers.
 */
import type { Readable } from "node:stream";
import type { Author, OrganisationStore, Store } from "@freehold/store";
import type { FastifyRequest } from "fastify";
import type * as z from "zod";
import { parsePart } from "./parse-part.ts";
import type { Listening } from "../events/stream/hub.ts";
import type { Actor, Right } from "./actor.ts";
import type { SubjectOf } from "./judge.ts";
import type { ServerParts } from "./server-parts.ts";

type Tag =
  | "Accounts"
  | "Organisations"
  | "Products"
  | "Graph"
  | "Units and interfaces"
  | "People"
  | "Snapshots"
  | "Corrections"
  | "Changes"
  | "Sources"
  | "Jobs"
  | "Webhooks"
  | "Events";

/** What every handler is given, whatever its route. */
interface Surroundings {
  readonly store: Store;
  readonly server: ServerParts;
  readonly request: FastifyRequest;
  readonly organisation: OrganisationStore;
  readonly actor: Actor;
  readonly author: Author;
  /** The version that `If-Match` names. */
  readonly version: number | undefined;
  /** The body as it comes in; empty but for routes that take bytes. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** For routes that stream. */
  readonly listening: Listening;
  /** Judges the request once more, as long after it began as one likes; throws where it may not go on. */
  readonly judgeAgain: () => Promise<void>;
}

export interface Call<P, Q, B> extends Surroundings {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** What a handler is given whose route is open to everybody, also to who is not signed in. */
export interface OpenCall<P, Q, B> extends Pick<Surroundings, "store" | "server" | "request"> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Who asks, where that is known. */
  readonly actor: Actor | undefined;
}

export interface Answer<T> {
  readonly value: T;
  /** Of the product that is answered; part of the entity tag, to change it by. */
  readonly version?: number;
  /** Default: what the route says. */
  readonly status?: number;
  /** Cookies to set, as lines of `Set-Cookie`. */
  readonly cookies?: readonly string[];
}

type Frozen<T> = T extends readonly (infer U)[]
  ? readonly Frozen<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

interface RouteHead {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Parameters in braces: `/api/v1/products/{product}`. */
  readonly path: `/api/v1/${string}`;
  /** Name of the operation, for clients: `listProducts`. */
  readonly operation: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly status?: 200 | 201;
  /** Another status of success: what was asked for was there already. */
  readonly also?: 200;
  /** Statuses of problems beside those that every route has. */
  readonly problems?: readonly number[];
  /** The answer holds what is shown once: it is kept for no idempotency key. */
  readonly secret?: true;
  /** Requests of one address in a minute, where guessing has to be slow. */
  readonly mostPerMinute?: number;
  /** Which product the request is about, where the path does not name it. */
  readonly subject?: SubjectOf;
  /** Media type of the answer where it is not JSON; the answer is a text then. */
  readonly media?: string;
  /** Takes `If-Match` with a version. */
  readonly conditional?: true;
  /** The body is taken as bytes, of these media types and at most this long. */
  readonly bytes?: { readonly types: readonly string[]; readonly most: number };
  /** Answers with server-sent events for as long as somebody listens; `answer` is what is in each of them. */
  readonly stream?: true;
}

interface Parts<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
}

interface RouteWords<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>
  extends RouteHead, Parts<P, Q, B, A> {
  readonly right: Right;
  readonly handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answer<Frozen<z.output<A>>>>;
}

interface OpenRouteWords<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>
  extends RouteHead, Parts<P, Q, B, A> {
  readonly handle: (call: OpenCall<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answer<Frozen<z.output<A>>>>;
}

interface RouteParts extends RouteHead {
  readonly params: z.ZodObject | undefined;
  readonly query: z.ZodObject | undefined;
  readonly body: z.ZodType | undefined;
  readonly answer: z.ZodType;
}

/** A route that takes a right. */
interface JudgedRoute extends RouteParts {
  readonly right: Right;
  readonly handle: (call: Call<unknown, unknown, unknown>) => Promise<Answer<unknown>>;
}

/** A route that anybody may ask, such as who they are. */
interface OpenRoute extends RouteParts {
  readonly right: "none";
  readonly handle: (call: OpenCall<unknown, unknown, unknown>) => Promise<Answer<unknown>>;
}

export type ApiRoute = JudgedRoute | OpenRoute;

/** A route whose handler gets its parts parsed, with their types. */
export function defineRoute<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  words: RouteWords<P, Q, B, A>,
): JudgedRoute {
  const { params, query, body, handle } = words;
  return { ...words, params, query, body, handle: async (call) => await handle({ ...call, ...parsed(words, call) }) };
}

export function defineOpenRoute<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  words: OpenRouteWords<P, Q, B, A>,
): OpenRoute {
  const { params, query, body, handle } = words;
  return {
    ...words,
    right: "none",
    params,
    query,
    body,
    handle: async (call) => await handle({ ...call, ...parsed(words, call) }),
  };
}

interface StreamWords<P extends z.ZodObject, Q extends z.ZodObject> extends RouteHead {
  readonly right: Right;
  readonly stream: true;
  readonly params: P;
  readonly query: Q;
  /** What the data of every event is, as JSON. */
  readonly answer: z.ZodType;
  readonly handle: (call: Call<z.output<P>, z.output<Q>, unknown>) => Promise<Readable>;
}

/** A route that answers with server-sent events. */
export function defineStream<P extends z.ZodObject, Q extends z.ZodObject>(words: StreamWords<P, Q>): JudgedRoute {
  const handle: JudgedRoute["handle"] = async (call) => ({
    value: await words.handle({ ...call, ...parsed({ params: words.params, query: words.query }, call) }),
  });
  return { ...words, body: undefined, handle };
}

interface Unparsed {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

function parsed<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  { params, query, body }: Pick<Parts<P, Q, B, z.ZodType>, "params" | "query" | "body">,
  call: Unparsed,
): { readonly params: z.output<P>; readonly query: z.output<Q>; readonly body: z.output<B> } {
  return {
    params: parsePart("path", params, call.params),
    query: parsePart("query", query, call.query),
    body: parsePart("body", body, call.body),
  };
}

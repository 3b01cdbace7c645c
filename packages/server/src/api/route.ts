/**
 * What a route is: data first, so that validation, the OpenAPI document, the typed client and the tests that
 * run over all routes come from one place; then the one function that answers.
 */
import type { OrganisationStore, Store } from "@freehold/store";
import type { Author } from "@freehold/store";
import type * as z from "zod";
import { parsePart } from "./parse-part.ts";
import type { Actor, Right } from "./actor.ts";

type Tag =
  | "Organisations"
  | "Products"
  | "Graph"
  | "Units and interfaces"
  | "People"
  | "Snapshots"
  | "Corrections"
  | "Changes";

/** What every handler is given, whatever its route. */
interface Surroundings {
  readonly store: Store;
  readonly organisation: OrganisationStore;
  readonly actor: Actor;
  readonly author: Author;
  /** The version that `If-Match` names. */
  readonly version: number | undefined;
  /** The body as it comes in; empty but for routes that take bytes. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface Call<P, Q, B> extends Surroundings {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

export interface Answer<T> {
  readonly value: T;
  /** Of the product that is answered; part of the entity tag, to change it by. */
  readonly version?: number;
  /** Default: what the route says. */
  readonly status?: number;
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
  readonly right: Right;
  readonly status?: 200 | 201;
  /** Another status of success: what was asked for was there already. */
  readonly also?: 200;
  /** Statuses of problems beside those that every route has. */
  readonly problems?: readonly number[];
  /** Takes `If-Match` with a version. */
  readonly conditional?: true;
  /** The body is taken as bytes, of these media types and at most this long. */
  readonly bytes?: { readonly types: readonly string[]; readonly most: number };
}

interface RouteWords<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
> extends RouteHead {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: A;
  readonly handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answer<Frozen<z.output<A>>>>;
}

export interface ApiRoute extends RouteHead {
  readonly params: z.ZodObject | undefined;
  readonly query: z.ZodObject | undefined;
  readonly body: z.ZodType | undefined;
  readonly answer: z.ZodType;
  readonly handle: (call: Call<unknown, unknown, unknown>) => Promise<Answer<unknown>>;
}

/** A route whose handler gets its parts parsed, with their types. */
export function defineRoute<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  words: RouteWords<P, Q, B, A>,
): ApiRoute {
  const { params, query, body, handle } = words;
  return {
    ...words,
    params,
    query,
    body,
    handle: async (call) =>
      await handle({
        ...call,
        params: parsePart("path", params, call.params),
        query: parsePart("query", query, call.query),
        body: parsePart("body", body, call.body),
      }),
  };
}

/** What an element of an API description keeps for comparison. Plain data, the same for all versions of OpenAPI. */
import type { Json } from "../../kind.ts";

export interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly schema: Json;
  /** How lists and objects are written; lists of scalars written otherwise are read otherwise. */
  readonly style: string;
  /** What else than plain, percent-encoded text may stand there: `allowReserved`, `allowEmptyValue`. */
  readonly allows: readonly string[];
}

export interface Header {
  readonly required: boolean;
  readonly schema: Json;
}

/** Media type to schema. */
export type Content = { readonly [mediaType: string]: Json };

/** Media type to how the parts of its content are written, where a description says so. */
export type Encodings = { readonly [mediaType: string]: Json };

export interface Body {
  readonly required: boolean;
  readonly content: Content;
  readonly encodings: Encodings;
}

export interface Response {
  readonly headers: { readonly [name: string]: Header };
  readonly content: Content;
}

/** A scheme that must be satisfied, with the scopes it must have. */
export interface Requirement {
  readonly scheme: string;
  /** What a client has to send, without addresses of login pages. */
  readonly definition: string;
  /** Where credentials are had: what the address is for to the address. */
  readonly issuers?: Readonly<Record<string, string>>;
  readonly scopes: readonly string[];
}

export interface Operation {
  readonly type: "operation";
  readonly draft: string;
  /** `out`: the API makes this request (webhooks and callbacks), so that all directions turn round. */
  readonly way: "in" | "out";
  readonly method: string;
  readonly path: string;
  readonly deprecated: boolean;
  readonly sunset: string | null;
  readonly operationId: string | null;
  readonly parameters: readonly Parameter[];
  readonly body: Body | null;
  readonly responses: { readonly [status: string]: Response };
  /** Ways to be let in, any of which will do; each is a list of which all must be met. */
  readonly security: readonly (readonly Requirement[])[];
  readonly closure: string;
}

interface Definition {
  readonly type: "definition";
  readonly name: string;
  readonly schema: Json;
}

export interface Servers {
  readonly type: "servers";
  readonly urls: readonly string[];
}

export type Structure = Operation | Definition | Servers;

/** What an element of an event-driven API keeps for comparison. Plain data, the same for AsyncAPI 2 and 3. */
import type { Json } from "../../kind.ts";
import type { Requirement } from "../openapi/structure.ts";

/** Who writes the messages: the application `send`s, or it `receive`s; a channel alone says neither. */
export type Way = "both" | "receive" | "send";

export interface Message {
  readonly name: string;
  readonly contentType: string;
  /** Of the payload, where it is no JSON Schema: then its text is all that is compared. */
  readonly format: string | null;
  readonly payload: Json;
  readonly headers: Json;
  /** Where what belongs together is told by: a runtime expression. */
  readonly correlation: string;
  readonly bindings: Json;
}

export interface Exchange {
  readonly type: "operation";
  readonly draft: string;
  readonly way: Way;
  readonly address: string;
  readonly parameters: readonly { readonly name: string; readonly schema: Json }[];
  readonly messages: readonly Message[];
  /** What comes back, the other way. */
  readonly reply: readonly Message[];
  readonly security: readonly (readonly Requirement[])[];
  readonly bindings: Json;
  readonly closure: string;
}

export interface Server {
  readonly type: "server";
  readonly protocol: string;
  readonly protocolVersion: string;
  readonly host: string;
  readonly path: string;
  readonly security: readonly (readonly Requirement[])[];
  readonly bindings: Json;
}

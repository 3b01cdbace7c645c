/** Every exchange of messages that a document describes, in one form for both versions. */
import { isRecord, own } from "../../containment/json.ts";
import { locate } from "../../containment/schemas.ts";
import type { Located } from "../../containment/schemas.ts";
import type { Json } from "../../kind.ts";
import { keepSchema } from "../openapi/schema-text.ts";
import { entriesAt, fieldAt, itemsAt, nameIn, type Reading, referenceAt, rootOf, textAt } from "./description.ts";
import { messagesOfOperation, readMessage, withTraits } from "./messages.ts";
import { securityOf } from "./security.ts";
import type { Exchange, Message, Way } from "./structure.ts";

export interface Found {
  /** What the document calls the operation, or the channel. */
  readonly name: string;
  /** What it stands under in the text. */
  readonly key: string;
  readonly place: Located;
  readonly exchange: Omit<Exchange, "closure">;
}

export function exchangesOf(reading: Reading): readonly Found[] {
  return reading.major === 2 ? exchangesOf2(reading) : exchangesOf3(reading);
}

/** What others may `publish` the application receives; what they may `subscribe` to it sends. */
const WAYS2: readonly (readonly [string, Way])[] = [
  ["publish", "receive"],
  ["subscribe", "send"],
];

function exchangesOf2(reading: Reading): Found[] {
  return entriesAt(reading, rootOf(reading), "channels").flatMap(([address, channel]) =>
    WAYS2.flatMap(([key, way]): Found[] => {
      const given = fieldAt(reading, channel, key);
      if (given === undefined) return [];
      const operation = withTraits(reading, given);
      const messages = messagesOfOperation(reading, operation);
      const name = textAt(operation, "operationId") ?? `${way} ${address}`;
      return [
        {
          name,
          key: address,
          place: operation,
          exchange: exchange(reading, { way, address, channel, operation, messages, reply: [] }),
        },
      ];
    }),
  );
}

function exchangesOf3(reading: Reading): Found[] {
  const root = rootOf(reading);
  const used = new Set<string>();
  const found = entriesAt(reading, root, "operations").flatMap(([name, given]): Found[] => {
    const operation = withTraits(reading, given);
    const channel = fieldAt(reading, operation, "channel");
    const action = textAt(operation, "action");
    if (channel === undefined || (action !== "send" && action !== "receive")) return [];
    const known = nameIn(referenceAt(operation, "channel") ?? name);
    used.add(known);
    const reply = fieldAt(reading, operation, "reply");
    const parts = {
      way: action as Way,
      address: textAt(channel, "address") ?? known,
      channel,
      operation,
      messages: messagesOf3(reading, operation, channel),
      reply: reply === undefined ? [] : messagesOf3(reading, reply, fieldAt(reading, reply, "channel")),
    };
    return [{ name, key: name, place: operation, exchange: exchange(reading, parts) }];
  });
  const alone = entriesAt(reading, root, "channels").flatMap(([name, channel]): Found[] => {
    if (used.has(name)) return [];
    const address = textAt(channel, "address") ?? name;
    const messages = channelMessages(reading, channel).map(([, message]) => message);
    return [
      {
        name,
        key: name,
        place: channel,
        exchange: exchange(reading, { way: "both", address, channel, operation: channel, messages, reply: [] }),
      },
    ];
  });
  return [...found, ...alone];
}

/** Those that an operation names, or all of its channel. */
function messagesOf3(reading: Reading, holder: Located, channel: Located | undefined): Message[] {
  const given = isRecord(holder.schema) ? own(holder.schema, "messages") : undefined;
  const all = channel === undefined ? [] : channelMessages(reading, channel);
  if (!Array.isArray(given)) return all.map(([, message]) => message);
  const places = itemsAt(reading, holder, "messages");
  return (given as readonly Json[]).flatMap((one, index) => {
    const reference = isRecord(one) ? own(one, "$ref") : undefined;
    const name = typeof reference === "string" ? nameIn(reference) : undefined;
    const known = all.find(([key]) => key === name)?.[1];
    const place = places[index];
    return known !== undefined ? [known] : place === undefined ? [] : [readMessage(reading, place, name)];
  });
}

function channelMessages(reading: Reading, channel: Located): (readonly [string, Message])[] {
  return entriesAt(reading, channel, "messages").map(
    ([name, place]) => [name, readMessage(reading, place, name)] as const,
  );
}

interface Parts {
  readonly way: Way;
  readonly address: string;
  readonly channel: Located;
  readonly operation: Located;
  readonly messages: readonly Message[];
  readonly reply: readonly Message[];
}

function exchange(
  reading: Reading,
  { way, address, channel, operation, messages, reply }: Parts,
): Omit<Exchange, "closure"> {
  return {
    type: "operation",
    draft: "draft-07",
    way,
    address,
    parameters: parametersOf(reading, channel, address),
    messages: [...messages].sort((a, b) => (a.name < b.name ? -1 : 1)),
    reply: [...reply].sort((a, b) => (a.name < b.name ? -1 : 1)),
    security: securityOf(reading, operation),
    bindings: [bindingsOf(channel), channel === operation ? null : bindingsOf(operation)],
  };
}

function bindingsOf({ schema }: Located): Json {
  return (isRecord(schema) ? own(schema, "bindings") : undefined) ?? null;
}

/** In the order of the address, since names in it are for the reader alone. */
function parametersOf(
  reading: Reading,
  channel: Located,
  address: string,
): { readonly name: string; readonly schema: Json }[] {
  const order = [...address.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  return entriesAt(reading, channel, "parameters")
    .map(([name, place]) => ({ name, schema: parameterSchema(reading, place) }))
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

/** Version 2 has a schema; in version 3 a parameter is a text, perhaps one of some. */
function parameterSchema({ definitions }: Reading, place: Located): Json {
  const fields = isRecord(place.schema) ? place.schema : {};
  const schema = own(fields, "schema");
  if (schema !== undefined) return keepSchema(definitions, locate(definitions.schemas, schema, place));
  const choices = own(fields, "enum");
  return { type: "string", ...(choices === undefined ? {} : { enum: choices }) };
}

/** The messages of a channel or an operation: payload, headers, how they are written. */
import { isList, isRecord, own } from "../../containment/json.ts";
import { locate } from "../../containment/schemas.ts";
import type { Located } from "../../containment/schemas.ts";
import type { Json } from "../../kind.ts";
import { keepSchema } from "../openapi/schema-text.ts";
import { fieldAt, follow, itemsAt, nameIn, type Reading, rootOf, textAt } from "./description.ts";
import type { Message } from "./structure.ts";

/** The message of an operation in AsyncAPI 2: one, or one of several. */
export function messagesOfOperation(reading: Reading, operation: Located): Message[] {
  const value = isRecord(operation.schema) ? own(operation.schema, "message") : undefined;
  const message = fieldAt(reading, operation, "message");
  if (message === undefined) return [];
  const choices = isRecord(message.schema) ? own(message.schema, "oneOf") : undefined;
  if (!isList(choices)) return [readMessage(reading, message, referenceName(value))];
  return choices.flatMap((one) => {
    const place = follow(reading, one, message);
    return place === undefined ? [] : [readMessage(reading, place, referenceName(one))];
  });
}

function referenceName(value: Json | undefined): string | undefined {
  const reference = isRecord(value) ? own(value, "$ref") : undefined;
  return typeof reference === "string" ? nameIn(reference) : undefined;
}

/** `known` is what the document calls it, where it has no name of its own. */
export function readMessage(reading: Reading, given: Located, known: string | undefined): Message {
  const message = withTraits(reading, given);
  const payload = fieldAt(reading, message, "payload");
  // Version 3 may wrap a schema with the name of its language.
  const wrapped =
    payload !== undefined && isRecord(payload.schema) && own(payload.schema, "schemaFormat") !== undefined;
  const format = textAt(wrapped ? payload : message, "schemaFormat");
  const foreign = format !== undefined && !/asyncapi|schema\+(?:json|yaml)|openapi/i.test(format);
  const schema = wrapped ? fieldAt(reading, payload, "schema") : payload;
  const raw = isRecord(message.schema) ? own(message.schema, "payload") : undefined;
  return {
    name: textAt(message, "name") ?? textAt(message, "messageId") ?? known ?? textAt(message, "title") ?? "message",
    contentType: textAt(message, "contentType") ?? textAt(rootOf(reading), "defaultContentType") ?? "application/json",
    format: foreign ? format : null,
    payload: foreign
      ? (schema?.schema ?? {})
      : schema === undefined
        ? {}
        : kept(reading, wrapped ? schema.schema : raw, wrapped ? schema : message),
    headers: headersOf(reading, message),
    correlation: correlationOf(reading, message),
    bindings: own(isRecord(message.schema) ? message.schema : {}, "bindings") ?? null,
  };
}

/** A reference stays one, so that what is shared is compared once. */
function kept({ definitions }: Reading, schema: Json | undefined, from: Located): Json {
  return schema === undefined ? {} : keepSchema(definitions, locate(definitions.schemas, schema, from));
}

function correlationOf(reading: Reading, message: Located): string {
  const place = fieldAt(reading, message, "correlationId");
  return place === undefined ? "" : (textAt(place, "location") ?? "");
}

function headersOf(reading: Reading, message: Located): Json {
  const raw = isRecord(message.schema) ? own(message.schema, "headers") : undefined;
  if (raw === undefined) return {};
  return isList(raw) ? { allOf: raw.map((one) => kept(reading, one, message)) } : kept(reading, raw, message);
}

/** Version 2 lets traits say it last, version 3 the message itself; headers of both hold. */
export function withTraits(reading: Reading, message: Located): Located {
  let { schema } = message;
  for (const trait of itemsAt(reading, message, "traits")) {
    if (!isRecord(trait.schema) || !isRecord(schema)) continue;
    const headers = [own(schema, "headers"), own(trait.schema, "headers")].filter((one) => one !== undefined).flat();
    schema = {
      ...(reading.major === 2 ? { ...schema, ...trait.schema } : { ...trait.schema, ...schema }),
      ...(headers.length > 1 ? { headers } : {}),
    };
  }
  return { ...message, schema };
}

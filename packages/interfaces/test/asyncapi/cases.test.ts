/** Pairs of AsyncAPI documents with the class that a change has for those on the other end of the channel. */
import { describe, expect, test } from "vitest";
import { asyncapi } from "../../src/kinds/asyncapi/kind.ts";
import type { Json } from "../../src/kind.ts";
import { elementsIn, extractFrom, type Pair, testPairs } from "../pairs.ts";

type Doc = { readonly [key: string]: Json };

const two = (channels: Doc, more: Doc = {}): string =>
  JSON.stringify({ asyncapi: "2.6.0", info: { title: "t", version: "1" }, channels, ...more });
const three = (action: string, messages: Doc, more: Doc = {}, operation: Doc = {}): string =>
  JSON.stringify({
    asyncapi: "3.0.0",
    info: { title: "t", version: "1" },
    channels: { orders: { address: "orders/{id}", parameters: { id: {} }, messages } },
    operations: { onOrder: { action, channel: { $ref: "#/channels/orders" }, ...operation } },
    ...more,
  });
const object = (properties: Doc, required: readonly string[] = []): Json => ({ type: "object", properties, required });
const message = (payload: Json, more: Doc = {}): Doc => ({ Order: { payload, ...more } });
const receives = (payload: Json, more: Doc = {}): string => three("receive", message(payload, more));
const sends = (payload: Json, more: Doc = {}): string => three("send", message(payload, more));
const server = (value: Doc): string =>
  two({}, { servers: { main: { url: "kafka://a:9092", protocol: "kafka", ...value } } });
const secured = (security: Json): string =>
  two(
    { a: { publish: { message: { name: "A", payload: { type: "string" } }, security } } },
    { components: { securitySchemes: { key: { type: "apiKey", in: "user" }, oauth: { type: "oauth2", flows: {} } } } },
  );

const S = { type: "string" };
const N = { type: "integer" };
const AVRO = "application/vnd.apache.avro;version=1.9.0";

const PAIRS: readonly Pair[] = [
  ["channel added", two({}), two({ a: { publish: { message: { payload: S } } } }), "compatible", "breaking"],
  [
    "channel moved",
    two({ a: { publish: { message: { payload: S } } } }),
    two({ b: { publish: { message: { payload: S } } } }),
    "breaking",
    "breaking",
  ],
  ["receives: property added", receives(object({ b: S })), receives(object({ a: S, b: S })), "compatible", "breaking"],
  [
    "receives: required property added",
    receives(object({ a: S })),
    receives(object({ a: S, b: S }, ["b"])),
    "breaking",
    "breaking",
  ],
  ["receives: made required", receives(object({ a: S })), receives(object({ a: S }, ["a"])), "breaking", "compatible"],
  [
    "receives: type widened",
    receives(object({ a: N })),
    receives(object({ a: { type: "number" } })),
    "compatible",
    "breaking",
  ],
  ["sends: property added", sends(object({})), sends(object({ a: S })), "compatible", "breaking"],
  ["sends: made required", sends(object({ a: S })), sends(object({ a: S }, ["a"])), "compatible", "breaking"],
  ["sends: type widened", sends(object({ a: N })), sends(object({ a: { type: "number" } })), "breaking", "compatible"],
  [
    "sends: value of an enum added",
    sends(object({ a: { enum: ["x"] } })),
    sends(object({ a: { enum: ["x", "y"] } })),
    "breaking",
    "compatible",
  ],
  [
    "receives: value of an enum added",
    receives(object({ a: { enum: ["x"] } })),
    receives(object({ a: { enum: ["x", "y"] } })),
    "compatible",
    "breaking",
  ],
  [
    "header made required in what is received",
    receives(S, { headers: object({ h: S }) }),
    receives(S, { headers: object({ h: S }, ["h"]) }),
    "breaking",
    "compatible",
  ],
  [
    "header gone from what is sent",
    sends(S, { headers: object({ h: S }) }),
    sends(S, { headers: object({}) }),
    "breaking",
    "compatible",
  ],
  [
    "message added to what is sent",
    three("send", message(S)),
    three("send", { ...message(S), Cancel: { payload: N } }),
    "unknown",
    "breaking",
  ],
  [
    "message added to what is received",
    three("receive", message(S)),
    three("receive", { ...message(S), Cancel: { payload: N } }),
    "compatible",
    "breaking",
  ],
  [
    "message called otherwise",
    three("send", { A: { payload: object({ a: S }) } }),
    three("send", { B: { payload: object({ a: S }) } }),
    "compatible",
    "compatible",
  ],
  ["content type", sends(S), sends(S, { contentType: "application/avro" }), "breaking", "breaking"],
  [
    "content type by default",
    sends(S),
    three("send", message(S), { defaultContentType: "application/json" }),
    "none",
    "none",
  ],
  [
    "avro: other fields",
    sends({ type: "record", fields: [] }, { schemaFormat: AVRO }),
    sends({ type: "record", fields: [{ name: "a" }] }, { schemaFormat: AVRO }),
    "unknown",
    "unknown",
  ],
  [
    "avro in the form of version 3",
    sends({ schemaFormat: AVRO, schema: { type: "record" } }),
    sends({ type: "record" }, { schemaFormat: AVRO }),
    "none",
    "none",
  ],
  [
    "JSON Schema by its name",
    sends(object({ a: S })),
    sends({ schemaFormat: "application/schema+json;version=draft-07", schema: object({ a: S }) }),
    "none",
    "none",
  ],
  ["send becomes receive", sends(S), receives(S), "breaking", "breaking"],
  [
    "parameter called otherwise",
    receives(S),
    receives(S).replaceAll("{id}", "{key}").replaceAll('"id"', '"key"'),
    "compatible",
    "compatible",
  ],
  [
    "parameter takes less",
    receives(S),
    receives(S).replace('"id":{}', '"id":{"enum":["a"]}'),
    "breaking",
    "compatible",
  ],
  ["operation called otherwise", sends(S), sends(S).replace("onOrder", "orderSent"), "none", "none"],
  [
    "description and order",
    two({ a: { publish: { message: { name: "A", payload: S } } }, b: {} }),
    two({ b: {}, a: { description: "x", publish: { summary: "y", message: { payload: S, name: "A" } } } }),
    "none",
    "none",
  ],
  ["bindings", sends(S), sends(S, { bindings: { kafka: { key: S } } }), "unknown", "unknown"],
  [
    "reply made narrower",
    three("receive", message(S), {}, { reply: { messages: [{ payload: object({ a: S }) }] } }),
    three("receive", message(S), {}, { reply: { messages: [{ payload: object({ a: S }, ["a"]) }] } }),
    "compatible",
    "breaking",
  ],
  ["protocol of the server", server({}), server({ protocol: "amqp" }), "breaking", "breaking"],
  ["host of the server", server({}), server({ url: "kafka://b:9092" }), "unknown", "unknown"],
  [
    "server gone, another of its protocol stays",
    two({}, { servers: { a: { url: "a", protocol: "mqtt" }, b: { url: "b", protocol: "mqtt" } } }),
    two({}, { servers: { a: { url: "a", protocol: "mqtt" } } }),
    "unknown",
    "compatible",
  ],
  ["credentials demanded", secured([]), secured([{ key: [] }]), "breaking", "compatible"],
  ["scope demanded", secured([{ oauth: ["read"] }]), secured([{ oauth: ["read", "write"] }]), "breaking", "compatible"],
  ["another way in", secured([{ key: [] }]), secured([{ key: [] }, { oauth: [] }]), "compatible", "breaking"],
  [
    "header from a trait",
    sends(S, { headers: object({ h: S }) }),
    sends(S, { traits: [{ headers: object({ h: S }) }] }),
    "none",
    "none",
  ],
  [
    "channel without operations, property added",
    JSON.stringify({ asyncapi: "3.0.0", channels: { a: { messages: message(object({ b: S })) } } }),
    JSON.stringify({ asyncapi: "3.0.0", channels: { a: { messages: message(object({ a: S, b: S })) } } }),
    "compatible",
    "breaking",
  ],
  [
    "from version 2 to version 3",
    two({
      "orders/{id}": {
        parameters: { id: { schema: S } },
        subscribe: { message: { name: "Order", payload: object({ a: S }) } },
      },
    }),
    sends(object({ a: S })),
    "none",
    "none",
  ],
  [
    "bindings of a trait of the operation",
    two({ a: { publish: { traits: [{ bindings: { kafka: { clientId: "a" } } }], message: { payload: S } } } }),
    two({ a: { publish: { traits: [{ bindings: { kafka: { clientId: "b" } } }], message: { payload: S } } } }),
    "unknown",
    "unknown",
  ],
  [
    "order of two operations that do the same",
    three("send", message(S)).replace(
      '"onOrder":',
      '"a":{"action":"send","channel":{"$ref":"#/channels/orders"}},"onOrder":',
    ),
    three("send", message(S)).replace(
      /"operations":.*$/,
      '"operations":{"onOrder":{"action":"send","channel":{"$ref":"#/channels/orders"}},"a":{"action":"send","channel":{"$ref":"#/channels/orders"}}}}',
    ),
    "none",
    "none",
  ],
  [
    "schema of another file narrowed",
    {
      "api.yaml": two({
        a: { publish: { message: { name: "A", payload: { $ref: "./order.json#/definitions/Order" } } } },
      }),
      "order.json": JSON.stringify({ definitions: { Order: object({ a: S }) } }),
    },
    {
      "api.yaml": two({
        a: { publish: { message: { name: "A", payload: { $ref: "./order.json#/definitions/Order" } } } },
      }),
      "order.json": JSON.stringify({ definitions: { Order: object({ a: S }, ["a"]) } }),
    },
    "breaking",
    "compatible",
  ],
  [
    "message of another file",
    two({ a: { publish: { message: { name: "A", payload: object({ a: S }) } } } }),
    {
      "asyncapi.json": two({ a: { publish: { message: { $ref: "messages.yaml#/A" } } } }),
      "messages.yaml":
        "A:\n  name: A\n  payload:\n    type: object\n    properties: { a: { type: string } }\n    required: []\n",
    },
    "none",
    "none",
  ],
  [
    "what a reply is told by",
    sends(S, { correlationId: { location: "$message.header#/a" } }),
    sends(S, { correlationId: { location: "$message.header#/b" } }),
    "unknown",
    "unknown",
  ],
  [
    "version of the protocol",
    server({ protocolVersion: "2.8" }),
    server({ protocolVersion: "3.0" }),
    "unknown",
    "unknown",
  ],
  [
    "an operation on a channel that had none",
    JSON.stringify({ asyncapi: "3.0.0", info: {}, channels: { a: { address: "a", messages: message(S) } } }),
    JSON.stringify({
      asyncapi: "3.0.0",
      info: {},
      channels: { a: { address: "a", messages: message(S) } },
      operations: { onA: { action: "send", channel: { $ref: "#/channels/a" } } },
    }),
    "compatible",
    "breaking",
  ],
];

describe("asyncapi", () => {
  testPairs(asyncapi, "asyncapi.json", PAIRS);

  test("elements say who sends what where", () => {
    const text = `asyncapi: 3.0.0
channels:
  signup:
    address: user/signedup
    messages:
      UserSignedUp:
        payload: { $ref: '#/components/schemas/User' }
operations:
  sendSignup:
    action: send
    summary: Somebody came
    channel: { $ref: '#/channels/signup' }
    messages: [{ $ref: '#/channels/signup/messages/UserSignedUp' }]
servers:
  main: { host: 'broker:9092', protocol: kafka }
components:
  schemas:
    User: { type: object }
`;
    expect(
      elementsIn(asyncapi, text, "api.yaml").map(({ id, signature, doc, evidence }) => [
        id,
        signature,
        doc,
        evidence.line,
      ]),
    ).toEqual([
      ["schema api.yaml#/components/schemas/User", undefined, undefined, 18],
      ["send user/signedup", "send user/signedup (UserSignedUp)", "Somebody came", 9],
      ["server main", "server main: kafka broker:9092", undefined, 15],
    ]);
  });

  test("a document that refers to itself, or is none, ends in elements and problems", () => {
    const circle = two(
      { a: { publish: { message: { name: "A", payload: { $ref: "#/components/schemas/N" } } } } },
      { components: { schemas: { N: object({ next: { $ref: "#/components/schemas/N" } }) } } },
    );
    const elements = elementsIn(asyncapi, circle, "asyncapi.json");
    expect(asyncapi.compare(elements, elements)).toEqual([]);
    const { problems } = extractFrom(asyncapi, "asyncapi: 2.6.0\nchannels: [", "asyncapi.yaml");
    expect(problems).toMatchObject([{ code: "asyncapi/invalid", path: "asyncapi.yaml" }]);
    const none = two({ a: { publish: { message: { $ref: "#/components/messages/none" } } } });
    const lost = extractFrom(asyncapi, none, "a.json");
    expect(lost.elements).toHaveLength(1);
    expect(lost.problems).toMatchObject([{ code: "asyncapi/missing-reference" }]);
  });
});

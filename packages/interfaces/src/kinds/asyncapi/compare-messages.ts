/** The messages of one exchange, before and after: which came and went, and what each may hold. */
import { canonical } from "../../containment/json.ts";
import type { ChangeClass } from "../../kind.ts";
import { compareSchema } from "../openapi/compare-schema.ts";
import { type Direction, type Judge, report, type Report } from "../openapi/judge.ts";
import type { Message, Way } from "./structure.ts";

export function compareMessages(
  judge: Judge,
  to: Report,
  before: readonly Message[],
  after: readonly Message[],
  way: Way,
): void {
  const left = [...after];
  const pairs: (readonly [Message, Message])[] = [];
  const rest: Message[] = [];
  for (const old of before) {
    const at = left.findIndex(({ name }) => name === old.name);
    const [young] = at < 0 ? [] : left.splice(at, 1);
    if (young === undefined) rest.push(old);
    else pairs.push([old, young]);
  }
  // Where one went and one came, it is the same under another name.
  for (const old of rest) {
    const at = left.findIndex(
      (young) => canonical(young.payload) === canonical(old.payload) || (rest.length === 1 && left.length === 1),
    );
    const [young] = at < 0 ? [] : left.splice(at, 1);
    if (young === undefined) report(to, "message-removed", "breaking", goneMessage(old.name, way));
    else {
      report(
        to,
        "message-renamed",
        "compatible",
        `the message ${old.name} is called ${young.name}; generated code renames it`,
      );
      pairs.push([old, young]);
    }
  }
  for (const { name } of left) report(to, "message-added", addedClass(way), `the message ${name} is new`);
  for (const [old, young] of pairs) compareMessage(judge, to, old, young, way);
}

function goneMessage(name: string, way: Way): string {
  return way === "send" ? `the message ${name} is sent no more` : `the message ${name} is taken no more`;
}

/** Who listens may meet what they don't know. */
function addedClass(way: Way): ChangeClass {
  return way === "receive" ? "compatible" : "unknown";
}

function compareMessage(judge: Judge, to: Report, old: Message, young: Message, way: Way): void {
  const what = `message ${young.name}`;
  if (old.contentType !== young.contentType)
    report(
      to,
      "content-type-changed",
      "breaking",
      `the ${what} is ${young.contentType} in place of ${old.contentType}`,
    );
  if (old.correlation !== young.correlation)
    report(
      to,
      "correlation-changed",
      "unknown",
      `the ${what} tells by ${young.correlation || "nothing"} what it belongs to, in place of ${old.correlation || "nothing"}`,
    );
  if (canonical(old.bindings) !== canonical(young.bindings))
    report(to, "message-bindings-changed", "unknown", `how the protocol carries the ${what} changed`);
  if (old.format !== null || young.format !== null) compareForeign(to, what, old, young);
  else
    for (const direction of directionsOf(way))
      compareSchema(judge, to, `payload (${young.name})`, old.payload, young.payload, direction);
  for (const direction of directionsOf(way))
    compareSchema(judge, to, `headers (${young.name})`, old.headers, young.headers, direction);
}

/** Avro, protobuf and the like: that the texts are equal is all that is known. */
function compareForeign(to: Report, what: string, old: Message, young: Message): void {
  if (old.format === young.format && canonical(old.payload) === canonical(young.payload)) return;
  if (old.format !== young.format)
    report(
      to,
      "schema-format-changed",
      "unknown",
      `the ${what} is described in ${formatOf(young)} in place of ${formatOf(old)}`,
    );
  else
    report(
      to,
      "payload-unknown",
      "unknown",
      `the ${what} changed; its schema is ${formatOf(young)}, which is not compared`,
    );
}

/** What the application receives must still be taken; what it sends be no more than was promised. */
function directionsOf(way: Way): readonly Direction[] {
  return {
    receive: ["request" as const],
    send: ["response" as const],
    both: ["request" as const, "response" as const],
  }[way];
}

function formatOf({ format }: Message): string {
  return format ?? "JSON Schema";
}

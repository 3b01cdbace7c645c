/** The elements of AsyncAPI documents: exchanges of messages, servers, and the schemas they share. */
import type { Problem } from "@freehold/model";
import { isRecord, own } from "../../containment/json.ts";
import type { Extraction, Json, Place, ShapedElement, Source } from "../../kind.ts";
import { element } from "../../promise.ts";
import { closureOf } from "../openapi/schema-text.ts";
import { looksLikeDescription, openReading, type Reading, textAt } from "./description.ts";
import { exchangesOf, type Found } from "./exchanges.ts";
import { serversOf } from "./servers.ts";
import type { Way } from "./structure.ts";

export function extract(sources: readonly Source[], place: Place): Extraction {
  const problems: Problem[] = [];
  const readings = [...sources]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .filter(({ text }) => looksLikeDescription(text))
    .flatMap((source) => openReading(source, place, problems) ?? []);
  // A file name in an id would make every move a removal, so only where there are several documents.
  const elements = readings.flatMap((reading) => documentElements(reading, place, readings.length > 1));
  return { elements: elements.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)), problems };
}

function documentElements(reading: Reading, { folder }: Place, several: boolean): ShapedElement[] {
  const { path } = reading.document;
  const suffix = several ? ` @${folder === "" ? path : path.slice(folder.length + 1)}` : "";
  const found = new Map<string, ShapedElement>();
  const exchanges = [...exchangesOf(reading)].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const one of exchanges) {
    const made = exchangeElement(reading, one, suffix);
    // Two operations may do the same on one channel: then their names tell them apart.
    found.set(found.has(made.id) ? `${made.id} (${one.name})` : made.id, made);
  }
  const named = [...found].map(([id, one]) => ({ ...one, id }));
  const servers = serversOf(reading).map(([name, server, place]) =>
    element({
      id: `server ${name}${suffix}`,
      kind: "server",
      name: `server ${name}`,
      signature: `server ${name}: ${server.protocol} ${server.host}${server.path}`,
      structure: server as unknown as Json,
      doc: textAt(place, "description"),
      rule: "asyncapi.server",
      path,
      line: lineOf(reading, name),
    }),
  );
  const schemas = [...reading.definitions.found].map(([name, schema]) =>
    element({
      id: `schema ${name}${suffix}`,
      kind: "schema",
      name: name.slice(name.lastIndexOf("/") + 1),
      structure: { type: "definition", name, schema },
      rule: "asyncapi.schema",
      path,
      line: lineOf(reading, name.slice(name.lastIndexOf("/") + 1)),
    }),
  );
  return [...named, ...servers, ...schemas];
}

const VERBS: Readonly<Record<Way, string>> = { both: "channel", receive: "receive", send: "send" };

function exchangeElement(reading: Reading, { name, key, place, exchange }: Found, suffix: string): ShapedElement {
  const verb = VERBS[exchange.way];
  const names = exchange.messages.map((message) => message.name).join(" | ");
  const structure = { ...exchange, closure: closureOf(exchange as unknown as Json, reading.definitions.found) };
  const record = isRecord(place.schema) ? place.schema : {};
  return element({
    id: `${verb} ${exchange.address.replaceAll(/\{[^}]*\}/g, "{}")}${suffix}`,
    kind: exchange.way === "both" ? "channel" : "operation",
    name: `${verb} ${exchange.address}`,
    signature: `${verb} ${exchange.address} (${names})${exchange.reply.length === 0 ? "" : ` → ${exchange.reply.map((message) => message.name).join(" | ")}`}`,
    structure: structure as unknown as Json,
    stability: own(record, "deprecated") === true || own(record, "x-deprecated") === true ? "deprecated" : "stable",
    doc: textAt(place, "summary") ?? textAt(place, "title") ?? textAt(place, "description"),
    rule: "asyncapi.operation",
    path: reading.document.path,
    line: lineOf(reading, key),
    detail: name,
  });
}

/** The line of a key, found by its text. */
function lineOf({ document: { text } }: Reading, key: string): number | undefined {
  const at = [`"${key}"`, `'${key}'`, `${key}:`].map((form) => text.indexOf(form)).find((index) => index >= 0);
  return at === undefined ? undefined : text.slice(0, at).split("\n").length;
}

/** Suites that ask one question of two JSON Schemas: is every value of the first one of the second? */
import { addDocument, compareLocated, type Draft, openComparison, openSchemas } from "@freehold/interfaces/kinds";
import type { Json } from "@freehold/interfaces";
import type { Judged, Label } from "../tally.ts";

/** A value of the old schema that the new one refuses is a break; no such value, compatible. */
export function judgeContainment(name: string, before: Json, after: Json, label: Label, fallback: Draft): Judged {
  const answer = compareLocated(openComparison({}), locate(before, fallback), locate(after, fallback));
  if (answer.kind === "yes") return { name, label, ours: "compatible", said: [pair(before, after)] };
  const ours = answer.kind === "no" ? "breaking" : "unknown";
  const why = answer.kind === "no" ? `refused now: ${JSON.stringify(answer.witness)}` : answer.reason;
  return { name, label, ours, said: [why, pair(before, after)] };
}

function locate(document: Json, fallback: Draft) {
  const schemas = openSchemas();
  return { schemas, place: addDocument(schemas, "", document, fallback) };
}

function pair(before: Json, after: Json): string {
  return `${JSON.stringify(before)} -> ${JSON.stringify(after)}`;
}

/** Two revisions of one operation. */
import { canonical } from "../../containment/json.ts";
import { compareParameters, narrowedFromText } from "./compare-parameters.ts";
import { compareSchema } from "./compare-schema.ts";
import { compareSecurity } from "./compare-security.ts";
import { report } from "./judge.ts";
import type { Direction, Judge, Report } from "./judge.ts";
import type { Body, Content, Operation, Response } from "./structure.ts";

export function compareOperation(judge: Judge, to: Report, before: Operation, after: Operation): void {
  if (!before.deprecated && after.deprecated) report(to, "operation-deprecated", "compatible", "became deprecated");
  if (before.deprecated && !after.deprecated)
    report(to, "operation-reinstated", "compatible", "is no longer deprecated");
  if (before.sunset !== after.sunset)
    report(to, "sunset-changed", "compatible", `sunset: ${before.sunset ?? "none"} → ${after.sunset ?? "none"}`);
  if (before.operationId !== after.operationId) {
    report(
      to,
      "operation-id-changed",
      "compatible",
      `operationId: ${before.operationId ?? "none"} → ${after.operationId ?? "none"}; generated clients rename it`,
    );
  }
  compareParameters(judge, to, before, after);
  compareBody(judge, to, before.body, after.body, before.way === "in" ? "request" : "response");
  compareResponses(judge, to, before, after);
  compareSecurity(to, before, after);
}

function compareBody(judge: Judge, to: Report, before: Body | null, after: Body | null, direction: Direction): void {
  if (before === null && after === null) return;
  if (before === null) {
    const required = after?.required === true;
    report(
      to,
      required ? "required-body-added" : "optional-body-added",
      required && direction === "request" ? "breaking" : "compatible",
      `a${required ? " required" : "n optional"} request body is new`,
    );
    return;
  }
  if (after === null) {
    report(to, "request-body-removed", "breaking", "the request body is gone");
    return;
  }
  if (!before.required && after.required)
    report(
      to,
      "request-body-became-required",
      direction === "request" ? "breaking" : "compatible",
      "the request body became required",
    );
  if (before.required && !after.required)
    report(
      to,
      "request-body-became-optional",
      direction === "request" ? "compatible" : "breaking",
      "the request body became optional",
    );
  compareContent(judge, to, "request body", before.content, after.content, direction);
  compareEncodings(to, before, after);
}

/** How a server takes parts that are written otherwise, only the server knows. */
function compareEncodings(to: Report, before: Body, after: Body): void {
  for (const type of Object.keys(before.content)) {
    if (!Object.hasOwn(after.content, type)) continue;
    const [was, is] = [before.encodings[type], after.encodings[type]];
    if (canonical(was ?? {}) !== canonical(is ?? {}))
      report(to, "request-body-encoding-changed", "unknown", `the parts of ${type} are written in another way`);
  }
}

function compareContent(
  judge: Judge,
  to: Report,
  what: string,
  before: Content,
  after: Content,
  direction: Direction,
): void {
  const matched = new Set<string>();
  for (const [type, schema] of Object.entries(before)) {
    const other = matchType(type, Object.keys(after), direction);
    if (other === undefined) {
      report(to, `${slug(what)}-media-type-removed`, "breaking", `${what}: the media type ${type} is gone`);
      continue;
    }
    matched.add(other);
    if (other !== type)
      report(
        to,
        `${slug(what)}-media-type-changed`,
        "compatible",
        `${what}: the media type ${type} is covered by ${other}`,
      );
    compareSchema(judge, to, `${what} (${type})`, schema, after[other] ?? {}, direction);
  }
  for (const type of Object.keys(after)) {
    if (!matched.has(type))
      report(to, `${slug(what)}-media-type-added`, "compatible", `${what}: the media type ${type} is new`);
  }
}

function slug(what: string): string {
  return what.replaceAll(" ", "-");
}

/** Requests may be taken by a wider range of types; responses may come in a narrower one. */
function matchType(type: string, others: readonly string[], direction: Direction): string | undefined {
  if (others.includes(type)) return type;
  const bare = bareType(type);
  const same = others.find((other) => bareType(other) === bare);
  if (same !== undefined) return same;
  return others.find((other) =>
    direction === "request" ? covers(bareType(other), bare) : covers(bare, bareType(other)),
  );
}

function bareType(type: string): string {
  return type.split(";")[0] ?? type;
}

/** `application/*` covers `application/json`, which covers `application/vnd.acme+json`, since that is JSON. */
function covers(range: string, type: string): boolean {
  if (range === "*/*" || range === type) return true;
  const [family = "", kind = ""] = range.split("/");
  if (!type.startsWith(`${family}/`)) return false;
  return kind === "*" || type.endsWith(`+${kind}`);
}

function compareResponses(judge: Judge, to: Report, before: Operation, after: Operation): void {
  const direction = before.way === "in" ? "response" : "request";
  for (const [status, response] of Object.entries(before.responses)) {
    const within = statusesWithin(status, after.responses);
    const other = covering(status, after.responses) ?? within[0];
    if (other === undefined) {
      const success = /^[23]/.test(status);
      report(
        to,
        success ? "success-status-removed" : "error-status-removed",
        success ? "breaking" : "compatible",
        `the response ${status} is gone`,
      );
      continue;
    }
    compareResponse(judge, to, status, response, after.responses[other] ?? { headers: {}, content: {} }, direction);
  }
  for (const [status, response] of Object.entries(after.responses)) {
    if (Object.hasOwn(before.responses, status)) continue;
    report(to, "status-added", "compatible", `the response ${status} is new`);
    const other = covering(status, before.responses);
    // What answered for this status until now has promised something about it.
    if (other !== undefined)
      compareResponse(judge, to, status, before.responses[other] ?? response, response, direction);
  }
}

/** The statuses of a range, where the range itself is gone. */
function statusesWithin(range: string, responses: { readonly [status: string]: Response }): readonly string[] {
  return /^\dXX$/.test(range) ? Object.keys(responses).filter((status) => status[0] === range[0]) : [];
}

/** The entry that answers for a status: itself, its range, or `default`. */
function covering(status: string, responses: { readonly [status: string]: Response }): string | undefined {
  const range = /^\d/.test(status) ? `${status[0]}XX` : "DEFAULT";
  return [status, range, "DEFAULT"].find((key) => Object.hasOwn(responses, key));
}

function compareResponse(
  judge: Judge,
  to: Report,
  status: string,
  before: Response,
  after: Response,
  direction: Direction,
): void {
  compareContent(judge, to, `response ${status} body`, before.content, after.content, direction);
  for (const [name, header] of Object.entries(before.headers)) {
    const other = Object.hasOwn(after.headers, name) ? after.headers[name] : undefined;
    if (other === undefined) {
      report(to, "response-header-removed", "breaking", `response ${status}: the header ${name} is gone`);
      continue;
    }
    if (header.required && !other.required)
      report(
        to,
        "response-header-became-optional",
        "breaking",
        `response ${status}: the header ${name} became optional`,
      );
    if (direction === "response" && narrowedFromText(judge, header.schema, other.schema)) continue;
    compareSchema(judge, to, `response ${status} header (${name})`, header.schema, other.schema, direction);
  }
  for (const name of Object.keys(after.headers)) {
    if (!Object.hasOwn(before.headers, name))
      report(to, "response-header-added", "compatible", `response ${status}: the header ${name} is new`);
  }
}

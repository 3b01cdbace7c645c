/** Two schemas at one place of an operation: first the values, then what values do not show. */
import { canonical, isRecord, own } from "../../containment/json.ts";
import type { Located } from "../../containment/schemas.ts";
import type { Json } from "../../kind.ts";
import { report, schemaAt, stillHolds } from "./judge.ts";
import type { Direction, Judge, Report } from "./judge.ts";
import { positionsOf } from "./positions.ts";
import type { Position } from "./positions.ts";

/** `what` names the place in rules and messages: `request body (application/json)`. */
export function compareSchema(
  judge: Judge,
  to: Report,
  what: string,
  before: Json,
  after: Json,
  direction: Direction,
): void {
  const said = to.changes.length;
  compareValues(judge, to, what, before, after, direction);
  for (const position of positionsOf(judge, before, after)) comparePosition(to, what, position, direction);
  if (to.changes.length === said && canonical(before) !== canonical(after)) {
    report(to, `${slug(what)}-changed`, "compatible", `the ${what} changed and what was promised still holds`);
  }
}

function compareValues(judge: Judge, to: Report, what: string, before: Json, after: Json, direction: Direction): void {
  const answer = stillHolds(judge, before, after, direction);
  if (answer.kind === "no" && isText(what) && typesIn(before) !== typesIn(after)) {
    report(
      to,
      `${slug(what)}-unknown`,
      "unknown",
      `${what}: as JSON it would break, such as ${short(answer.witness)}; in this media type types are written alike`,
      answer.witness,
    );
  } else if (answer.kind === "no") {
    const verb = direction === "request" ? "narrowed" : "widened";
    const effect = direction === "request" ? "what was accepted is refused now" : "what was never sent may come now";
    report(
      to,
      `${slug(what)}-${verb}`,
      "breaking",
      `${what}: ${effect}, such as ${short(answer.witness)}`,
      answer.witness,
    );
  } else if (answer.kind === "unknown" && !isSame(judge, before, after)) {
    report(to, `${slug(what)}-unknown`, "unknown", `${what}: it is not known whether it still fits: ${answer.reason}`);
  }
}

/** XML, forms and plain text do not tell a number from its digits. */
function isText(what: string): boolean {
  return /\((?:[^)]*xml|application\/x-www-form-urlencoded|multipart\/[^)]*|text\/[^)]*)\)$/.test(what);
}

/** The types that a schema speaks of, in order; where they stay the same, the break is not one of types. */
function typesIn(schema: Json): string {
  return (canonical(schema).match(/"(?:type|\$ref)":(?:"[^"]*"|\[[^\]]*\])/g) ?? []).join(" ");
}

/** The same text with the same definitions behind it: then it does not matter what was not understood. */
function isSame(judge: Judge, before: Json, after: Json): boolean {
  return judge.nameOf(schemaAt(judge.before, before)) === judge.nameOf(schemaAt(judge.after, after));
}

function slug(what: string): string {
  return (what.split(" (")[0] ?? what).replace(/ \S*\d\S* | DEFAULT /, " ").replaceAll(" ", "-");
}

function short(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

function comparePosition(to: Report, what: string, position: Position, direction: Direction): void {
  const { old, young, path } = position;
  const at = path === "" ? `the ${what}` : `\`${path}\` of the ${what}`;
  const declared = direction === "request" ? old.possible : old.certain;
  for (const [name, places] of declared) {
    if (isHidden(places, direction)) continue;
    const full = path === "" ? name : `${path}.${name}`;
    const now = young.possible.get(name);
    if (now !== undefined) {
      if (isHidden(now, direction))
        report(to, `${slug(what)}-property-hidden`, "unknown", hidden(full, what, direction));
      continue;
    }
    report(to, `${slug(what)}-property-removed`, "breaking", `the property \`${full}\` of the ${what} is gone`);
  }
  compareVariants(to, what, at, position, direction);
  compareDiscriminators(to, what, at, old.discriminators, young.discriminators);
  const lost = young.extensible.length > 0 ? old.extensible.filter((value) => !young.extensible.includes(value)) : [];
  if (lost.length > 0 && direction === "request") {
    report(to, `${slug(what)}-value-removed`, "breaking", `${at} no longer lists ${lost.join(", ")}`);
  }
}

function hidden(property: string, what: string, direction: Direction): string {
  return direction === "request"
    ? `the property \`${property}\` of the ${what} is read only now: what is sent may be ignored or refused`
    : `the property \`${property}\` of the ${what} is write only now: it may not come any more`;
}

function isHidden(places: readonly Located[], direction: Direction): boolean {
  const flag = direction === "request" ? "readOnly" : "writeOnly";
  return places.every(({ schema }) => schema === false || (isRecord(schema) && own(schema, flag) === true));
}

/** A variant that comes or goes may accept no other values than the rest do, and still mean something of its own. */
function compareVariants(to: Report, what: string, at: string, { old, young }: Position, direction: Direction): void {
  if (old.variants.size === 0 || young.variants.size === 0) return;
  const [from, without] = direction === "request" ? [old.variants, young.variants] : [young.variants, old.variants];
  const odd = [...from.keys()].filter((name) => !without.has(name) && /^[\w.-]+$/.test(name));
  const missing = [...without.keys()].filter((name) => !from.has(name));
  // As many came as went: renamed or written in place, which the values have judged.
  if (odd.length === 0 || odd.length <= missing.length) return;
  const verb = direction === "request" ? "no longer offers" : "now offers";
  report(
    to,
    `${slug(what)}-variant-${direction === "request" ? "removed" : "added"}`,
    "unknown",
    `${at} ${verb} the variant ${odd.join(", ")}`,
  );
}

/** Which property tells variants apart, and which value means which. */
function compareDiscriminators(
  to: Report,
  what: string,
  at: string,
  before: readonly Json[],
  after: readonly Json[],
): void {
  const [old, young] = [before[0], after[0]];
  if (old === undefined || young === undefined || canonical(old) === canonical(young)) return;
  if (isRecord(old) && isRecord(young) && keeps(old, young)) return;
  report(to, `${slug(what)}-discriminator-changed`, "unknown", `the discriminator of ${at} changed`);
}

function keeps(old: { readonly [key: string]: Json }, young: { readonly [key: string]: Json }): boolean {
  if (own(old, "propertyName") !== own(young, "propertyName")) return false;
  const [before, after] = [own(old, "mapping"), own(young, "mapping")];
  if (!isRecord(before)) return true;
  return isRecord(after) && Object.keys(before).every((key) => own(after, key) === before[key]);
}

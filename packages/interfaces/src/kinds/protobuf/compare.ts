/**
 * Two revisions of `.proto` files. On the wire a field is its number, in JSON its name, in code both: so
 * what leaves under one name may live on under another.
 */
import type { Change, ShapedElement } from "../../kind.ts";
import { compareById, fieldsOf, type Finding } from "../../promise.ts";
import { fieldChanges } from "./field-changes.ts";
import { enumChanges, fileChanges, messageChanges, methodChanges } from "./shape-changes.ts";
import type {
  EnumStructure,
  EnumValueStructure,
  FieldStructure,
  MessageStructure,
  MethodStructure,
} from "./structure.ts";

export function compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const young = new Map(after.map((one) => [one.id, one]));
  const numbered = byNumber(after);
  const earlier = byNumber(before);
  const changes = compareById(
    {
      kind: "protobuf",
      removed: (one) => removed(one, old, young, numbered),
      added: (one) => added(one, earlier),
      changed: (was, is) => changed(was, is, old, young),
    },
    before,
    after,
  );
  return changes
    .filter(({ element }) => !isImplied(element, old, young))
    .filter(({ rule }) => rule !== "protobuf/nothing");
}

/** What lies in a message or service that came or went is said once. */
function isImplied(
  id: string,
  old: ReadonlyMap<string, ShapedElement>,
  young: ReadonlyMap<string, ShapedElement>,
): boolean {
  const owner = ownerOf(id);
  const [was, is] = [old.get(owner), young.get(owner)];
  return owner !== "" && (was === undefined) !== (is === undefined);
}

function ownerOf(id: string): string {
  const bracket = id.indexOf("[");
  return bracket > 0 ? "" : id.slice(0, Math.max(0, id.lastIndexOf(".")));
}

/** Owner and number to the elements with that number (several: aliases of an enum). */
function byNumber(elements: readonly ShapedElement[]): ReadonlyMap<string, readonly ShapedElement[]> {
  return Map.groupBy(
    elements.filter(({ kind }) => kind === "field" || kind === "enum-value"),
    (one) => `${ownerOf(one.id)} ${numberOf(one)}`,
  );
}

function numberOf(one: ShapedElement): number {
  return structureOf(one).number;
}

/** Of whichever kind it is: who asks knows. */
type AnyStructure = FieldStructure & MessageStructure & EnumStructure & EnumValueStructure & MethodStructure;

function structureOf(one: ShapedElement): AnyStructure {
  return fieldsOf(one) as unknown as AnyStructure;
}

const ALL = ["wire", "json", "source"];

function removed(
  old: ShapedElement,
  before: ReadonlyMap<string, ShapedElement>,
  young: ReadonlyMap<string, ShapedElement>,
  numbered: ReadonlyMap<string, readonly ShapedElement[]>,
): Finding {
  const gone = (aspects: readonly string[], more = ""): Finding => ({
    rule: `${old.kind}-removed`,
    class: "breaking",
    message: `${old.signature ?? old.name} of ${ownerOf(old.id) || "its package"} is gone${more}`,
    aspects,
  });
  // What it held is said for itself; who imports the file has to import another.
  if (old.kind === "file")
    return {
      rule: "file-removed",
      class: "unknown",
      message: `${old.name} can't be imported any more`,
      aspects: ["source"],
    };
  if (old.kind === "message" || old.kind === "enum") return gone(["source"]);
  if (old.kind !== "field" && old.kind !== "enum-value") return gone(ALL);
  const [successor] = numbered.get(`${ownerOf(old.id)} ${numberOf(old)}`) ?? [];
  if (successor !== undefined) {
    // Under another name: the wire doesn't know names. What else changed of it counts as well.
    const more =
      old.kind === "field" ? fieldChanges(structureOf(old), structureOf(successor), successor.name, before, young) : [];
    const aspects = [...new Set(["json", "source", ...more.flatMap((one) => one.aspects ?? [])])].sort();
    return {
      rule: `${old.kind}-renamed`,
      class: "breaking",
      message: `${old.name} is called ${successor.name} now`,
      aspects,
    };
  }
  const owner = young.get(ownerOf(old.id));
  const reserved = owner === undefined ? undefined : structureOf(owner);
  const short = old.id.slice(old.id.lastIndexOf(".") + 1);
  const number = numberOf(old);
  const wireSafe = reserved?.ranges.some(([from, to]) => from <= number && number <= to) === true;
  const jsonSafe = reserved?.names.includes(short) === true;
  const aspects = [...(wireSafe ? [] : ["wire"]), ...(jsonSafe ? [] : ["json"]), "source"];
  const notice = wireSafe ? "" : `; nothing keeps its number ${number} from being used again (reserve it)`;
  return gone(aspects, notice);
}

function added(young: ShapedElement, earlier: ReadonlyMap<string, readonly ShapedElement[]>): Finding {
  const safe: Finding = {
    rule: `${young.kind}-added`,
    class: "compatible",
    message: `${young.signature ?? young.name} is new`,
  };
  if (young.kind === "file") return { ...safe, rule: "nothing" };
  if (young.kind !== "field") return safe;
  const { number, cardinality } = structureOf(young);
  // Said of the name that it had.
  if (earlier.has(`${ownerOf(young.id)} ${number}`)) return { ...safe, rule: "nothing" };
  if (cardinality === "required")
    return { rule: "required-field-added", class: "breaking", message: `${young.signature} must be set`, aspects: ALL };
  return safe;
}

function changed(
  old: ShapedElement,
  young: ShapedElement,
  before: ReadonlyMap<string, ShapedElement>,
  after: ReadonlyMap<string, ShapedElement>,
): readonly Finding[] {
  switch (young.kind) {
    case "field":
    case "extension":
      return fieldChanges(structureOf(old), structureOf(young), young.name, before, after);
    case "enum-value":
      return [
        {
          rule: "enum-value-number",
          class: "breaking",
          message: `${young.name} is ${numberOf(young)} in place of ${numberOf(old)}`,
          aspects: ["wire", "source"],
        },
      ];
    case "file":
      return fileChanges(old, young);
    case "enum":
      return enumChanges(structureOf(old), structureOf(young), young.name);
    case "message":
      return messageChanges(structureOf(old), structureOf(young), young.name);
    case "rpc":
      return methodChanges(structureOf(old), structureOf(young), young.name);
    default:
      return [
        {
          rule: "kind-changed",
          class: "breaking",
          message: `${young.signature} in place of ${old.signature}`,
          aspects: ALL,
        },
      ];
  }
}

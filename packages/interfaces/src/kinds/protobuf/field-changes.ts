/** What a change of one field breaks: on the wire, in JSON, in generated code. */
import type { ShapedElement } from "../../kind.ts";
import type { Finding } from "../../promise.ts";
import type { EnumStructure, FieldStructure } from "./structure.ts";

/** Types that read each other's bytes. https://protobuf.dev/programming-guides/proto3/#updating */
const SAME_ON_WIRE = [
  ["int32", "uint32", "int64", "uint64", "bool"],
  ["sint32", "sint64"],
  ["fixed32", "sfixed32"],
  ["fixed64", "sfixed64"],
];
/** And in JSON: numbers of 64 bits are strings there, bytes are base64. */
const SAME_IN_JSON = [
  ["int32", "uint32"],
  ["int64", "uint64"],
  ["fixed32", "sfixed32"],
  ["fixed64", "sfixed64"],
];

export function fieldChanges(
  was: FieldStructure,
  is: FieldStructure,
  name: string,
  before: ReadonlyMap<string, ShapedElement>,
  after: ReadonlyMap<string, ShapedElement>,
): Finding[] {
  const findings: Finding[] = [];
  const add = (rule: string, aspects: readonly string[], message: string) =>
    findings.push({ rule, class: "breaking", message: `${name} ${message}`, aspects });
  if (was.number !== is.number)
    add("field-number", ["wire", "source"], `has number ${is.number} in place of ${was.number}`);
  if (was.type !== is.type || was.key !== is.key)
    add("field-type", typeAspects(was, is, before, after), `is of type ${shown(is)} in place of ${shown(was)}`);
  if (was.cardinality !== is.cardinality)
    add("field-cardinality", ["wire", "json", "source"], `is ${is.cardinality} in place of ${was.cardinality}`);
  else if (was.presence !== is.presence)
    add(
      "field-presence",
      ["source"],
      is.presence ? "can be told apart from unset now" : "can no longer be told apart from unset",
    );
  if (was.oneof !== is.oneof)
    add(
      "field-oneof",
      ["wire", "json", "source"],
      is.oneof === null ? `is in oneof ${was.oneof} no more` : `is in oneof ${is.oneof} now`,
    );
  if (was.json !== is.json) add("field-json-name", ["json"], `is called ${is.json} in JSON in place of ${was.json}`);
  if (was.default !== is.default)
    add(
      "field-default",
      ["wire", "json", "source"],
      `is ${is.default ?? "zero"} when unset, in place of ${was.default ?? "zero"}`,
    );
  if (was.delimited !== is.delimited && was.type === is.type)
    add("field-type", ["wire", "source"], `is written ${is.delimited ? "between two tags" : "with its length"} now`);
  if (was.utf8 !== is.utf8 && was.utf8 !== null && is.utf8 !== null)
    add(
      "field-utf8",
      is.utf8 === "VERIFY" ? ["wire", "source"] : ["source"],
      is.utf8 === "VERIFY" ? "refuses texts that are not UTF-8 now" : "may hold texts that are not UTF-8 now",
    );
  if (was.javaUtf8 !== is.javaUtf8 && was.javaUtf8 !== null && is.javaUtf8 !== null)
    add(
      "field-java-utf8",
      ["source"],
      `is ${is.javaUtf8 === "VERIFY" ? "checked" : "not checked"} to be UTF-8 in Java`,
    );
  if (JSON.stringify(was.options) !== JSON.stringify(is.options))
    add(
      "field-option",
      ["source"],
      `has other options: ${JSON.stringify(is.options)} in place of ${JSON.stringify(was.options)}`,
    );
  return findings;
}

function shown({ type, key }: FieldStructure): string {
  return key === null ? type : `map<${key}, ${type}>`;
}

function typeAspects(
  was: FieldStructure,
  is: FieldStructure,
  before: ReadonlyMap<string, ShapedElement>,
  after: ReadonlyMap<string, ShapedElement>,
): string[] {
  if (was.key !== is.key) return ["wire", "json", "source"];
  const [from, to] = [wireType(was, before), wireType(is, after)];
  // Every string is bytes; bytes are a string only where they happen to be UTF-8.
  const widened = from === "string" && to === "bytes";
  const wire = widened || (together(SAME_ON_WIRE, from, to) && !(was.of === "enum" && is.of === "enum"));
  const json = together(SAME_IN_JSON, was.type, is.type);
  return [...(wire ? [] : ["wire"]), ...(json ? [] : ["json"]), "source"];
}

/** An open enum is an int32 on the wire; a closed one drops what it doesn't know. */
function wireType({ of, type }: FieldStructure, all: ReadonlyMap<string, ShapedElement>): string {
  if (of !== "enum") return type;
  const structure = all.get(type)?.structure as EnumStructure | undefined;
  return structure?.closed === false ? "int32" : type;
}

function together(groups: readonly (readonly string[])[], a: string, b: string): boolean {
  return groups.some((group) => group.includes(a) && group.includes(b));
}

/** The elements of a unit's `.proto` files. */
import type { Problem, Stability } from "@freehold/model";
import protobufjs from "protobufjs";
import type { Enum, Field, MapField, Namespace, ReflectionObject, Type } from "protobufjs";
import type { Extraction, Json, ShapedElement, Source } from "../../kind.ts";
import { element } from "../../promise.ts";
import { fileElement } from "./file-element.ts";
import { featureOf, javaCheck } from "./features.ts";
import { openNames, type Names } from "./names.ts";

export interface ProtoFile {
  readonly path: string;
  readonly text: string;
  /** Without comments. */
  readonly plain: string;
  /** `proto2`, `proto3` or an edition. */
  readonly syntax: string;
  readonly root: Namespace;
  readonly packageName: string;
}

export function extract(sources: readonly Source[]): Extraction {
  const problems: Problem[] = [];
  const files = [...sources]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((source): ProtoFile[] => {
      try {
        return [parseProto(source)];
      } catch (error) {
        problems.push(problemOf(source.path, error));
        return [];
      }
    });
  const names = openNames(files);
  const found = new Map<string, ShapedElement>();
  for (const file of files) for (const one of fileElements(file, names)) found.set(one.id, one);
  return { elements: [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}

function parseProto({ path, text }: Source): ProtoFile {
  const root = new protobufjs.Root();
  const parsed = protobufjs.parse(text, root, { keepCase: true, alternateCommentMode: true });
  const plain = text.replaceAll(/\/\*[^]*?\*\/|\/\/[^\n]*/g, "");
  const syntax = /^\s*(?:syntax|edition)\s*=\s*["']([^"']+)["']/.exec(plain)?.[1] ?? "proto2";
  return { path, text, plain, syntax, root, packageName: parsed.package ?? "" };
}

function problemOf(path: string, error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const line = /\(line (\d+)\)/.exec(message)?.[1];
  return {
    code: "protobuf/syntax-error",
    severity: "warning",
    message: message.replace(/ \(line \d+\)/, ""),
    path,
    ...(line === undefined ? {} : { line: Number(line) }),
  };
}

interface Context {
  readonly file: ProtoFile;
  readonly names: Names;
  readonly elements: ShapedElement[];
  /** Inside of what is beta by its package's name: `v1beta1`. */
  readonly stability: Stability;
}

/** `google.foo.v1alpha1`: https://google.aip.dev/185 */
const UNSTABLE = /(?:^|\.)v\d+(?:p\d+)?(?:alpha|beta|test)\d*(?:\.|$)/;

function fileElements(file: ProtoFile, names: Names): ShapedElement[] {
  const elements: ShapedElement[] = [];
  const stability: Stability = UNSTABLE.test(file.packageName) ? "beta" : "stable";
  elements.push(fileElement(file, stability));
  walk({ file, names, elements, stability }, file.root, 0);
  return elements;
}

const MAX_DEPTH = 32;

function walk(context: Context, namespace: Namespace, depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const one of namespace.nestedArray) {
    if (one instanceof protobufjs.Type) message(context, one, depth);
    else if (one instanceof protobufjs.Enum) enumeration(context, one);
    else if (one instanceof protobufjs.Service) service(context, one);
    else if (one instanceof protobufjs.Field) extension(context, one);
    else if (one instanceof protobufjs.Namespace) walk(context, one, depth + 1);
  }
}

function nameOf(object: ReflectionObject): string {
  return object.fullName.replace(/^\./, "");
}

function add(
  { file, elements, stability }: Context,
  object: { readonly options?: { readonly [key: string]: unknown } | undefined; readonly comment?: string | null },
  parts: {
    readonly id: string;
    readonly kind: string;
    readonly signature: string;
    readonly structure: unknown;
    readonly line: RegExp;
  },
): void {
  const { id, kind, signature, structure, line } = parts;
  const at = line.exec(file.text);
  elements.push(
    element({
      id,
      kind,
      name: id,
      signature,
      structure: structure as Json,
      stability: object.options?.["deprecated"] === true ? "deprecated" : stability,
      doc: object.comment ?? undefined,
      rule: `protobuf.${kind}`,
      path: file.path,
      line:
        at === null ? undefined : file.text.slice(0, at.index).split("\n").length + (at[0].startsWith("\n") ? 1 : 0),
    }),
  );
}

function reservedOf(reserved: readonly (number[] | string)[] | undefined) {
  const list = reserved ?? [];
  return {
    ranges: list
      .flatMap((one) => (typeof one === "string" ? [] : [[one[0] ?? 0, one[1] ?? 0] as const]))
      .sort((a, b) => a[0] - b[0]),
    names: list.filter((one) => typeof one === "string").sort(),
  };
}

function message(context: Context, type: Type, depth: number): void {
  const name = nameOf(type);
  const extensions = (type.extensions ?? []).map(([from = 0, to = 0]) => [from, to] as const);
  // The message of a group or of a map entry is part of its field, and named for it.
  add(context, type, {
    id: name,
    kind: "message",
    signature: `message ${type.name}`,
    structure: {
      ...reservedOf(type.reserved),
      extensions,
      jsonFormat: featureOf(context.file, type, "json_format"),
      options: Object.fromEntries(MESSAGE_OPTIONS.map((key) => [key, type.options?.[key] === true])),
    },
    line: new RegExp(String.raw`\b(?:message|group)\s+${escape(type.name)}\b`),
  });
  // The parser puts a copy of an extension into the message that is extended.
  const own = type.fieldsArray.filter(({ declaringField }) => declaringField == null);
  for (const one of own) field(context, one, `${name}.${one.name}`);
  walk(context, type, depth + 1);
}

const SCALARS = new Set(Object.keys(protobufjs.types.basic));
const CODE_OPTIONS = ["jstype", "ctype", "features.(pb.cpp).string_type"];
const MESSAGE_OPTIONS = ["message_set_wire_format", "no_standard_descriptor_accessor"];

function field(context: Context, one: Field, id: string): void {
  const { file, names } = context;
  const options = one.options ?? {};
  const synthetic = options["proto3_optional"] === true;
  const isMap = one instanceof protobufjs.MapField;
  const scope = one.parent === null ? "" : nameOf(one.parent);
  const resolved = SCALARS.has(one.type) ? { name: one.type, of: "scalar" as const } : names.resolve(one.type, scope);
  const cardinality = isMap
    ? "map"
    : one.rule === "repeated"
      ? "repeated"
      : one.rule === "required" || featureOf(file, one, "field_presence") === "LEGACY_REQUIRED"
        ? "required"
        : "singular";
  const oneof = one.partOf === null || synthetic ? null : one.partOf.name;
  const presence =
    cardinality === "required" ||
    (cardinality === "singular" && hasPresence(file, one, resolved.of, synthetic || oneof !== null));
  const type = isMap ? `map<${(one as MapField).keyType}, ${one.type}>` : one.type;
  const label =
    cardinality === "repeated" || cardinality === "required" ? `${cardinality} ` : synthetic ? "optional " : "";
  add(context, one, {
    id,
    kind: one.extend === undefined ? "field" : "extension",
    signature: `${label}${type} ${one.name} = ${one.id}${oneof === null ? "" : ` in oneof ${oneof}`}`,
    structure: {
      number: one.id,
      type: resolved.name,
      of: resolved.of,
      key: isMap ? (one as MapField).keyType : null,
      cardinality,
      presence,
      oneof,
      json: typeof options["json_name"] === "string" ? options["json_name"] : jsonName(one.name),
      default: options["default"] === undefined ? null : String(options["default"]),
      utf8: hasText(one) ? featureOf(file, one, "utf8_validation") : null,
      // A group was what editions call delimited.
      delimited:
        resolved.of === "group" ||
        (resolved.of === "message" && !isMap && featureOf(file, one, "message_encoding") === "DELIMITED"),
      javaUtf8: hasText(one) ? javaCheck(file, one) : null,
      options: Object.fromEntries(
        CODE_OPTIONS.filter((key) => options[key] !== undefined).map((key) => [key, String(options[key])]),
      ),
    },
    line: new RegExp(String.raw`\b${escape(one.name)}\s*=\s*(?:${one.id}|0x${one.id.toString(16)})\b`, "i"),
  });
}

function hasText(one: Field): boolean {
  return one.type === "string" || (one instanceof protobufjs.MapField && one.keyType === "string");
}

/** https://protobuf.dev/programming-guides/field_presence */
function hasPresence(file: ProtoFile, one: Field, of: string, explicit: boolean): boolean {
  if (explicit || of === "message" || of === "group") return true;
  return featureOf(file, one, "field_presence") !== "IMPLICIT";
}

/** https://protobuf.dev/programming-guides/json: lower camel case. */
function jsonName(name: string): string {
  return name.replaceAll(/_+([^_])/g, (_, letter: string) => letter.toUpperCase()).replaceAll("_", "");
}

function extension(context: Context, one: Field): void {
  const scope = one.parent === null ? "" : nameOf(one.parent);
  const extended = context.names.resolve(one.extend ?? "", scope).name;
  field(context, one, `${extended}[${scope === "" ? "" : `${scope}.`}${one.name}]`);
}

function enumeration(context: Context, one: Enum): void {
  const name = nameOf(one);
  const closed = featureOf(context.file, one, "enum_type") === "CLOSED";
  add(context, one, {
    id: name,
    kind: "enum",
    signature: `enum ${one.name}`,
    structure: { ...reservedOf(one.reserved), closed, jsonFormat: featureOf(context.file, one, "json_format") },
    line: new RegExp(String.raw`\benum\s+${escape(one.name)}\b`),
  });
  for (const [value, number] of Object.entries(one.values)) {
    const options = one.valuesOptions?.[value];
    add(
      context,
      { options, comment: one.comments[value] ?? null },
      {
        id: `${name}.${value}`,
        kind: "enum-value",
        signature: `${value} = ${number}`,
        structure: { number },
        line: new RegExp(String.raw`\b${escape(value)}\s*=\s*(?:${number}\b|-|0x)`),
      },
    );
  }
}

function service(context: Context, one: protobufjs.Service): void {
  const name = nameOf(one);
  add(context, one, {
    id: name,
    kind: "service",
    signature: `service ${one.name}`,
    structure: {},
    line: new RegExp(String.raw`\bservice\s+${escape(one.name)}\b`),
  });
  for (const method of one.methodsArray) {
    const [request, response] = [method.requestType, method.responseType].map(
      (type) => context.names.resolve(type, name).name,
    );
    const [inward, outward] = [method.requestStream === true, method.responseStream === true];
    add(context, method, {
      id: `${name}.${method.name}`,
      kind: "rpc",
      signature: `rpc ${method.name}(${inward ? "stream " : ""}${method.requestType}) returns (${outward ? "stream " : ""}${method.responseType})`,
      structure: {
        request: request ?? "",
        response: response ?? "",
        requestStream: inward,
        responseStream: outward,
        idempotency: String(method.options?.["idempotency_level"] ?? "IDEMPOTENCY_UNKNOWN"),
      },
      line: new RegExp(String.raw`\brpc\s+${escape(method.name)}\b`),
    });
  }
}

function escape(text: string): string {
  return text.replaceAll(/[^\w]/g, String.raw`\$&`);
}

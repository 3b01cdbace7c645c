/** Features of editions, which file, message, enum and field may set, each for what lies below it. */
import type { ReflectionObject } from "protobufjs";
import type { ProtoFile } from "./extract.ts";

/** Before editions the syntax decided. https://protobuf.dev/editions/features */
const BEFORE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  enum_type: { proto2: "CLOSED", proto3: "OPEN" },
  field_presence: { proto2: "EXPLICIT", proto3: "IMPLICIT" },
  json_format: { proto2: "LEGACY_BEST_EFFORT", proto3: "ALLOW" },
  utf8_validation: { proto2: "NONE", proto3: "VERIFY" },
};
const DEFAULTS: Readonly<Record<string, string>> = {
  enum_type: "OPEN",
  field_presence: "EXPLICIT",
  json_format: "ALLOW",
  message_encoding: "LENGTH_PREFIXED",
  utf8_validation: "VERIFY",
};

/** What holds for an object: set on it, on what it lies in (which has the file's from the parser), by the syntax. */
export function featureOf({ syntax }: Pick<ProtoFile, "syntax">, object: ReflectionObject, feature: string): string {
  for (let at: ReflectionObject | null = object; at !== null; at = at.parent) {
    const value = setFeature(at, feature);
    if (value !== undefined) return value;
  }
  return BEFORE[feature]?.[syntax] ?? DEFAULTS[feature] ?? "";
}

/** Set on the object itself; the parser makes records of the parts of a name, `(pb` and `java)` too. */
function setFeature({ options }: ReflectionObject, feature: string): string | undefined {
  const nested = feature
    .split(".")
    .reduce<unknown>((at, part) => (isFields(at) ? at[part] : undefined), options?.["features"]);
  const value: unknown = nested ?? options?.[`features.${feature}`];
  return typeof value === "string" ? value : undefined;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Whether generated Java code checks texts: by the feature, or by the option of files without editions. */
export function javaCheck(file: ProtoFile, object: ReflectionObject): string {
  const feature = featureOf(file, object, "(pb.java).utf8_validation");
  if (feature !== "") return feature;
  return /\boption\s+java_string_check_utf8\s*=\s*true\b/.test(file.text) || file.syntax === "proto3"
    ? "VERIFY"
    : "DEFAULT";
}

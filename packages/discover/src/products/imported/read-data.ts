/** YAML and JSON of other tools as plain data, with every trouble as a problem. */
import type { Problem } from "@freehold/model";
import { parseAllDocuments } from "yaml";
import type { ImportedFile } from "./format.ts";

const MAX_LENGTH = 1 << 20;

export interface ReadData {
  /** The mappings among the documents. */
  readonly documents: readonly Readonly<Record<string, unknown>>[];
  readonly problems: readonly Problem[];
}

/** JSON is YAML, so that one reader does for both. Aliases are bounded: a bomb ends in a problem. */
export function readData({ path, text }: ImportedFile, format: string): ReadData {
  if (text.length > MAX_LENGTH) return failed(path, format, `${path} is larger than 1 MiB and was not read`);
  try {
    const parsed = parseAllDocuments(text, { logLevel: "silent", prettyErrors: false });
    const documents = Array.isArray(parsed) ? parsed : [];
    const broken = documents.find((document) => document.errors.length > 0);
    if (broken !== undefined) return failed(path, format, broken.errors[0]?.message ?? "not valid YAML");
    return {
      documents: documents.map((one): unknown => one.toJS({ maxAliasCount: 100 })).filter(isMapping),
      problems: [],
    };
  } catch (error) {
    return failed(path, format, error instanceof Error ? error.message : String(error));
  }
}

/** The text at a path of keys; numbers count as text, anything else does not. */
export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = keys.reduce<unknown>((inner, key) => (isMapping(inner) ? inner[key] : undefined), value);
  const text = typeof found === "number" ? String(found) : found;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : undefined;
}

export function mappingAt(value: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  const found = isMapping(value) ? value[key] : undefined;
  return isMapping(found) ? found : undefined;
}

export function listAt(value: unknown, key: string): readonly unknown[] {
  const found: unknown = isMapping(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
}

/** The fields that are there; `exactOptionalPropertyTypes` wants the others left out. */
export function present<T extends Readonly<Record<string, string | undefined>>>(
  fields: T,
): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function failed(path: string, format: string, message: string): ReadData {
  const first = message.split("\n", 1)[0] ?? message;
  return { documents: [], problems: [{ code: `${format}/invalid`, severity: "warning", path, message: first }] };
}

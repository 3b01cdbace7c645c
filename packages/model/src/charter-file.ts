/**
 * Reading and editing `product.yaml` as text: problems point at line and column, and an edit keeps
 * comments, order and fields that this version doesn't know.
 */
import { isMap, parseDocument } from "yaml";
import { type Charter, charterSchema } from "./charter.ts";
import type { Problem } from "./problem.ts";
import { parseYamlFile, type YamlFormat } from "./yaml-file.ts";

export const CHARTER_FILE = "product.yaml";

/** Raise it when `parseCharter` says something else of the same text: what charters say is cached. */
export const CHARTER_VERSION = 1;

const CHARTER_FORMAT: YamlFormat<typeof charterSchema> = {
  area: "charter",
  noun: "a charter",
  schema: charterSchema,
  fields: Object.keys(charterSchema.shape),
};

export interface ParsedCharter {
  /** Absent when the text is no valid charter; the problems say why. */
  readonly charter: Charter | undefined;
  readonly problems: readonly Problem[];
  /** The line of each field at the top. */
  readonly lines: Readonly<Record<string, number>>;
}

/** The charter in a text, or the problems with their line and column. Never throws. */
export function parseCharter(text: string, path: string = CHARTER_FILE): ParsedCharter {
  const { value, problems, lineOfKey } = parseYamlFile(text, path, CHARTER_FORMAT);
  const lines = Object.keys(value ?? {}).map((field) => [field, lineOfKey(field)] as const);
  return { charter: value, problems, lines: Object.fromEntries(lines) };
}

/**
 * The text with some top-level fields set (or removed, by `undefined`); everything else stays as it
 * is written. Throws `RangeError` when the text is not a YAML mapping: check it with `parseCharter` first.
 */
export function editCharter(text: string, changes: Readonly<Record<string, unknown>>): string {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents))) {
    throw new RangeError("only a charter that is a valid YAML mapping can be edited");
  }
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) document.delete(key);
    else document.set(key, document.createNode(value));
  }
  return document.toString({ lineWidth: 100, flowCollectionPadding: !/[[{][^\s\]}]/.test(text) });
}

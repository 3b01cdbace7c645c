/**
 * YAML as nodes with line numbers. Nothing is ever expanded: an alias is followed once, where a value
 * is asked for, so that a bomb of nested aliases stays as small as its text.
 */
import type { Problem } from "@freehold/model";
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from "yaml";

const MAX_LENGTH = 1 << 20;

export interface YamlText {
  readonly documents: readonly Document[];
  readonly problems: readonly Problem[];
  lineOf(node: unknown): number;
}

/** Parses every document of a file; errors become problems, and what could be read stays. */
export function readYaml(path: string, text: string, code: string): YamlText {
  const lines = new LineCounter();
  const lineOf = (node: unknown) => {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined;
    return range ? Math.max(1, lines.linePos(range[0]).line) : 1;
  };
  if (text.length > MAX_LENGTH) {
    return {
      documents: [],
      lineOf,
      problems: [
        {
          code: `${code}-too-large`,
          severity: "warning",
          path,
          message: `${path} is larger than 1 MiB and was not read`,
        },
      ],
    };
  }
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: lines,
      logLevel: "silent",
      strict: false,
      uniqueKeys: false,
    });
    const documents = Array.isArray(parsed) ? parsed : [];
    const problems = documents.flatMap((document) =>
      document.errors.slice(0, 5).map((error): Problem => ({
        code,
        severity: "warning",
        path,
        line: error.linePos?.[0].line ?? 1,
        message: error.message.split("\n", 1)[0] ?? "not valid YAML",
      })),
    );
    return { documents, problems, lineOf };
  } catch (error) {
    const message = error instanceof Error ? error.message : "not valid YAML";
    return { documents: [], lineOf, problems: [{ code, severity: "warning", path, message }] };
  }
}

/** The value under a key of a mapping, aliases followed. */
export function field(document: Document, node: unknown, key: string): unknown {
  const map = follow(document, node);
  return isMap(map) ? follow(document, map.get(key, true)) : undefined;
}

/** The pairs of a mapping with text keys. */
export function entries(
  document: Document,
  node: unknown,
): readonly { readonly key: string; readonly keyNode: unknown; readonly value: unknown }[] {
  const map = follow(document, node);
  if (!isMap(map)) return [];
  return map.items.map((pair) => ({
    key: textOf(pair.key) ?? "",
    keyNode: pair.key,
    value: follow(document, pair.value),
  }));
}

/** The items of a sequence; a single scalar counts as one item. */
export function items(document: Document, node: unknown): readonly unknown[] {
  const list = follow(document, node);
  if (isSeq(list)) return list.items.map((item) => follow(document, item));
  return isScalar(list) && list.value !== null ? [list] : [];
}

export function textOf(node: unknown): string | undefined {
  return isScalar(node) && (typeof node.value === "string" || typeof node.value === "number")
    ? String(node.value)
    : undefined;
}

function follow(document: Document, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

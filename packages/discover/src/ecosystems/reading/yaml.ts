/**
 * YAML with positions. Anchors are followed without copying, so that a few lines that expand to
 * gigabytes cost what they are written in.
 */
import type { Problem } from "@freehold/model";
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document as YamlDocument,
  Composer,
  Lexer,
  LineCounter,
  Parser,
} from "yaml";
import { type Document, unreadable } from "./document.ts";
import { MAX_DEPTH, type Node } from "./node.ts";
import { nestsTooDeep } from "./yaml-depth.ts";

/** The parser takes a second or more for this much; written manifests are far smaller. */
const MAX_LENGTH = 1 << 20;

/** A hundred times what a manifest of that length takes. */
const MAX_MILLISECONDS = 2000;

/** A text with more mistakes is no YAML. */
const MAX_ERRORS = 100;

/** Values in one file, anchors counted once. */
const MAX_VALUES = 200_000;

/** Reads the first document. `area` is the first part of the problems' codes. */
export function readYaml(source: string, area: string): Document {
  const text = firstDocument(source);
  if (text.length > MAX_LENGTH) return unreadable(limitProblem(area, "too-large", `longer than ${MAX_LENGTH} bytes`));
  if (nestsTooDeep(text)) return unreadable(limitProblem(area, "too-deep", `nested deeper than ${MAX_DEPTH} levels`));
  const lineCounter = new LineCounter();
  try {
    const document = parseWithin(text, lineCounter);
    if (document === undefined)
      return unreadable(limitProblem(area, "too-costly", "takes too long to parse, or is no YAML at all"));
    return { root: nodeOf(document, lineCounter), problems: problemsOf(document, area, lineCounter) };
  } catch (error) {
    return unreadable(limitProblem(area, "invalid-yaml", error instanceof Error ? error.message : String(error)));
  }
}

/** Lone carriage returns are line breaks too, and the parser needs the square of their number. */
function firstDocument(source: string): string {
  const text = source.replaceAll(/\r\n?/g, "\n");
  const start = /^---/m.exec(text);
  const from = start !== null && isPreamble(text.slice(0, start.index)) ? start.index + 3 : 0;
  const next = text.slice(from).search(/^(?:---|\.\.\.)(?=\s|$)/m);
  return next === -1 ? text : text.slice(0, from + next);
}

/** Step by step, so that a text made to cost the parser the square of its length is given up. */
function parseWithin(text: string, lineCounter: LineCounter): YamlDocument.Parsed | undefined {
  const parser = new Parser(lineCounter.addNewLine);
  const composer = new Composer({ merge: true, uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
  const documents: YamlDocument.Parsed[] = [];
  const deadline = performance.now() + MAX_MILLISECONDS;
  lineCounter.addNewLine(0);
  let steps = 0;
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if ((++steps & 0x3f) === 0 && performance.now() > deadline) return undefined;
    for (const token of parser.next(lexeme)) {
      if (token.type === "error" && ++errors > MAX_ERRORS) return undefined;
      documents.push(...composer.next(token));
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  return documents[0];
}

function isPreamble(text: string): boolean {
  return text.split("\n").every((line) => /^\s*(?:[#%]|$)/.test(line));
}

function nodeOf(document: YamlDocument.Parsed, lines: LineCounter): Node | undefined {
  return document.contents === null
    ? undefined
    : new Conversion(document, lines).convert(document.contents, undefined, 0);
}

class Conversion {
  private readonly anchored = new Map<unknown, Node | undefined>();
  private values = 0;
  private readonly document: YamlDocument.Parsed;
  private readonly lines: LineCounter;

  constructor(document: YamlDocument.Parsed, lines: LineCounter) {
    this.document = document;
    this.lines = lines;
  }

  convert(source: unknown, keyOffset: number | undefined, depth: number): Node | undefined {
    if (depth > MAX_DEPTH || ++this.values > MAX_VALUES) return undefined;
    if (isAlias(source)) return this.follow(source.resolve(this.document), depth);
    const place = this.place(keyOffset ?? rangeStart(source));
    if (isScalar(source)) return { kind: "scalar", ...place, value: scalarOf(source.value, source.source) };
    if (isSeq(source)) {
      const items = source.items.map((item) => this.convert(item, undefined, depth + 1));
      return { kind: "list", ...place, items: items.filter((item) => item !== undefined) };
    }
    if (!isMap(source)) return { kind: "scalar", ...place, value: null };
    return { kind: "map", ...place, fields: this.fieldsOf(source.items, depth) };
  }

  private fieldsOf(pairs: readonly { key: unknown; value: unknown }[], depth: number): Map<string, Node> {
    const fields = new Map<string, Node>();
    for (const pair of pairs) {
      const key = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value) : undefined;
      if (key === undefined) continue;
      const value = this.convert(pair.value, rangeStart(pair.key), depth + 1);
      if (value === undefined) continue;
      if (key === "<<") this.merge(fields, value);
      else fields.set(key, value);
    }
    return fields;
  }

  /** `<<: *base` gives what the map itself does not say. */
  private merge(fields: Map<string, Node>, base: Node): void {
    for (const map of base.kind === "list" ? base.items : [base]) {
      if (map.kind !== "map") continue;
      for (const [key, value] of map.fields) {
        if (!fields.has(key) && ++this.values <= MAX_VALUES) fields.set(key, value);
      }
    }
  }

  private follow(target: unknown, depth: number): Node | undefined {
    if (target === undefined) return undefined;
    if (this.anchored.has(target)) return this.anchored.get(target);
    this.anchored.set(target, undefined);
    const node = this.convert(target, undefined, depth);
    this.anchored.set(target, node);
    return node;
  }

  private place(offset: number): { line: number; column: number } {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}

function rangeStart(source: unknown): number {
  const range = typeof source === "object" && source !== null && "range" in source ? source.range : undefined;
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : 0;
}

/** Numbers keep their text where that says more: `1.10` is a version, not 1.1. */
function scalarOf(value: unknown, source: string | undefined): string | number | boolean | null {
  if (typeof value === "number") return String(value) === source ? value : (source ?? value);
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

function problemsOf(document: YamlDocument.Parsed, area: string, lines: LineCounter): Problem[] {
  return document.errors.slice(0, 1).map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      code: `${area}/invalid-yaml`,
      severity: document.contents === null ? "error" : "warning",
      message: `not valid YAML: ${error.message.split("\n")[0] ?? error.code}`,
      hint: "What could be read of the file was used.",
      line: Math.max(1, line),
      column: Math.max(1, col),
    };
  });
}

function limitProblem(area: string, code: string, message: string): Problem {
  return { code: `${area}/${code}`, severity: "error", message, hint: "The file was not read.", line: 1, column: 1 };
}

/**
 * Reading and editing `product.yaml` as text: problems point at line and column, and an edit keeps
 * comments, order and fields that this version doesn't know.
 */
import { distance } from "fastest-levenshtein";
import { type Document, isCollection, isMap, isScalar, LineCounter, parseDocument, type ParsedNode } from "yaml";
import type * as z from "zod";
import { type Charter, charterSchema } from "./charter.ts";
import type { Problem } from "./problem.ts";

export const CHARTER_FILE = "product.yaml";

/** Charters are written by people; anything longer is a mistake or an attack. */
const MAX_CHARTER_LENGTH = 256 * 1024;

export interface ParsedCharter {
  /** Absent when the text is no valid charter; the problems say why. */
  readonly charter: Charter | undefined;
  readonly problems: readonly Problem[];
}

/** The charter in a text, or the problems with their line and column. Never throws. */
export function parseCharter(text: string, path: string = CHARTER_FILE): ParsedCharter {
  if (text.length > MAX_CHARTER_LENGTH) {
    const message = `a charter of ${text.length} characters; at most ${MAX_CHARTER_LENGTH} are read`;
    return failed([{ code: "charter/too-long", severity: "error", message, path, line: 1 }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) return failed(document.errors.map((error) => syntaxProblem(error, lines, path)));
  const value = toPlain(document);
  if (value instanceof Error) {
    return failed([{ code: "charter/invalid-yaml", severity: "error", message: value.message, path, line: 1 }]);
  }
  const parsed = charterSchema.safeParse(value);
  if (!parsed.success) return failed(parsed.error.issues.map((issue) => shapeProblem(issue, document, lines, path)));
  return { charter: parsed.data, problems: unknownFields(document, lines, path) };
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

function failed(problems: Problem[]): ParsedCharter {
  return { charter: undefined, problems };
}

/** Aliases are bounded, so that a "billion laughs" file ends in an error. */
function toPlain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function syntaxProblem(error: { message: string; pos: [number, number] }, lines: LineCounter, path: string): Problem {
  const { line, col } = lines.linePos(error.pos[0]);
  const message = error.message.split("\n", 1)[0] ?? "invalid YAML";
  return { code: "charter/invalid-yaml", severity: "error", message, path, line, column: Math.max(col, 1) };
}

function shapeProblem(issue: z.core.$ZodIssue, document: Document.Parsed, lines: LineCounter, path: string): Problem {
  const field = issue.path.length === 0 ? "the charter" : `\`${issue.path.join(".")}\``;
  const place = positionOf(document, issue.path, lines);
  const problem: Problem = {
    code: "charter/invalid-field",
    severity: "error",
    message: `${field}: ${wrong(issue, document)}`,
    path,
    ...place,
  };
  const hint = right(issue);
  return hint === undefined ? problem : { ...problem, hint };
}

function wrong(issue: z.core.$ZodIssue, document: Document.Parsed): string {
  const node = document.getIn([...issue.path], true);
  if (node === undefined) return "is missing";
  if (!isScalar(node)) return issue.message;
  return `${JSON.stringify(node.value)} is not valid: ${issue.message}`;
}

function right(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === "invalid_value") return `One of: ${issue.values.join(", ")}.`;
  if (issue.code === "invalid_type") return `Write ${example(issue)}.`;
  if (issue.code === "too_small") return "Write some text, or remove the field.";
  return undefined;
}

function example(issue: z.core.$ZodIssueInvalidType): string {
  const field = issue.path.findLast((part) => typeof part === "string") ?? "name";
  if (issue.expected === "array") return `a list, such as \`${field}: [first, second]\``;
  if (issue.expected === "object") return "a mapping, such as `name: My product`";
  return `${issue.expected === "string" ? "text" : `a ${issue.expected}`}, such as \`${field}: …\``;
}

/** Line and column of the deepest part of a path that exists. */
function positionOf(document: Document.Parsed, path: readonly PropertyKey[], lines: LineCounter) {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as ParsedNode | null | undefined)?.range;
    if (range) {
      const { line, col } = lines.linePos(range[0]);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}

/** A misspelt field would be kept and silently ignored, so fields close to a known one are pointed out. */
function unknownFields(document: Document.Parsed, lines: LineCounter, path: string): Problem[] {
  if (!isCollection(document.contents) || !isMap(document.contents)) return [];
  const known = Object.keys(charterSchema.shape);
  return document.contents.items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : "";
    const meant = known.find((field) => field !== name && distance(field.toLowerCase(), name.toLowerCase()) <= 2);
    if (known.includes(name) || meant === undefined) return [];
    const { line, col } = lines.linePos(key.range[0]);
    const message = `unknown field \`${name}\` is kept but not used`;
    const hint = `Did you mean \`${meant}\`?`;
    return [{ code: "charter/unknown-field", severity: "warning" as const, message, hint, path, line, column: col }];
  });
}

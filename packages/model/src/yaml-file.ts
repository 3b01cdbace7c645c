/**
 * YAML that people write, held to a schema: every problem points at line and column and says what would
 * be right. Charters and standards are read by it.
 */
import { distance } from "fastest-levenshtein";
import { type Document, isMap, isScalar, LineCounter, parseDocument, type ParsedNode } from "yaml";
import type * as z from "zod";
import type { Problem } from "./problem.ts";

/** These files are written by people; anything longer is a mistake or an attack. */
const MAX_LENGTH = 256 * 1024;

export interface YamlFormat<T extends z.ZodType> {
  /** First part of the codes of its problems. */
  readonly area: string;
  /** `a charter`, for messages. */
  readonly noun: string;
  readonly schema: T;
  /** Fields at the top; those close to one of them are taken for misspelt. */
  readonly fields: readonly string[];
}

export interface ParsedYaml<T> {
  /** Absent when the text does not follow the format; the problems say why. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** Line and column of the deepest part of a path that is there. */
  readonly placeOf: (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };
  /** Line of the key of a field at the top; 1 where it is not there. */
  readonly lineOfKey: (field: string) => number;
}

/** The value in a text, or the problems with their places. Never throws; aliases and length are bounded. */
export function parseYamlFile<T extends z.ZodType>(
  text: string,
  path: string,
  format: YamlFormat<T>,
): ParsedYaml<z.output<T>> {
  const { area, noun, schema } = format;
  if (text.length > MAX_LENGTH) {
    const message = `${noun} of ${text.length} characters; at most ${MAX_LENGTH} are read`;
    return failed([{ code: `${area}/too-long`, severity: "error", message, path, line: 1 }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    return failed(document.errors.map((error) => syntaxProblem(error, lines, path, area)));
  }
  const plain = toPlain(document);
  if (plain instanceof Error) {
    return failed([{ code: `${area}/invalid-yaml`, severity: "error", message: plain.message, path, line: 1 }]);
  }
  const parsed = schema.safeParse(plain);
  if (!parsed.success) {
    return failed(parsed.error.issues.map((issue) => shapeProblem(issue, document, lines, path, format)));
  }
  return {
    value: parsed.data,
    problems: unknownFields(document, lines, path, format),
    placeOf: (where) => positionOf(document, where, lines),
    lineOfKey: (field) => lineOfKey(document, field, lines),
  };
}

function failed<T>(problems: readonly Problem[]): ParsedYaml<T> {
  return { value: undefined, problems, placeOf: () => ({ line: 1, column: 1 }), lineOfKey: () => 1 };
}

/** Aliases are bounded, so that a "billion laughs" file ends in an error. */
function toPlain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function syntaxProblem(
  error: { message: string; pos: [number, number] },
  lines: LineCounter,
  path: string,
  area: string,
): Problem {
  const { line, col } = lines.linePos(error.pos[0]);
  const message = error.message.split("\n", 1)[0] ?? "invalid YAML";
  return { code: `${area}/invalid-yaml`, severity: "error", message, path, line, column: Math.max(col, 1) };
}

function shapeProblem(
  issue: z.core.$ZodIssue,
  document: Document.Parsed,
  lines: LineCounter,
  path: string,
  { area, noun }: YamlFormat<z.ZodType>,
): Problem {
  const field = issue.path.length === 0 ? noun.replace(/^an? /, "the ") : `\`${issue.path.join(".")}\``;
  const problem: Problem = {
    code: `${area}/invalid-field`,
    severity: "error",
    message: `${field}: ${wrong(issue, document)}`,
    path,
    ...positionOf(document, issue.path, lines),
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

function lineOfKey({ contents }: Document.Parsed, field: string, lines: LineCounter): number {
  const pair = isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === field) : undefined;
  const start = pair?.key.range[0];
  return start === undefined ? 1 : lines.linePos(start).line;
}

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
function unknownFields(
  document: Document.Parsed,
  lines: LineCounter,
  path: string,
  { area, fields }: YamlFormat<z.ZodType>,
): Problem[] {
  if (!isMap(document.contents)) return [];
  return document.contents.items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : "";
    const meant = fields.find((field) => field !== name && distance(field.toLowerCase(), name.toLowerCase()) <= 2);
    if (fields.includes(name) || meant === undefined) return [];
    const { line, col } = lines.linePos(key.range[0]);
    const message = `unknown field \`${name}\` is kept but not used`;
    const hint = `Did you mean \`${meant}\`?`;
    return [{ code: `${area}/unknown-field`, severity: "warning" as const, message, hint, path, line, column: col }];
  });
}

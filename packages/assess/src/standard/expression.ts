/**
 * Own checks and conditions of a standard: CEL (https://cel.dev), which has no loops of its own, no
 * assignment and no access to anything but the model it is given. What it leaves open is bounded here: the
 * size of an expression, how deep lists of lists are walked, and regular expressions that could run away.
 */
import { type ASTNode, Environment } from "@marcbachmann/cel-js";

/** The variables of the model, documented in docs/standard.md. */
const VARIABLES = ["product", "units", "facts", "repository", "charter", "graph", "stage", "now"] as const;

export type Model = Readonly<Record<(typeof VARIABLES)[number], unknown>>;

/** `undefined`: the expression asked for what is not known, and `reason` says for what. */
type Answer = { readonly value: boolean } | { readonly value: undefined; readonly reason: string };

export type Expression = (model: Model) => Answer;

export interface ExpressionProblem {
  readonly message: string;
  /** Characters from the start of the expression. */
  readonly offset: number;
}

const MOST_CHARACTERS = 2000;
const MOST_NESTED_LISTS = 2;
const MACROS: ReadonlySet<string> = new Set(["all", "exists", "exists_one", "filter", "map"]);

const environment = newEnvironment();

/** The compiled expression, or what is wrong with it. */
export function compileExpression(source: string): Expression | ExpressionProblem {
  if (source.length > MOST_CHARACTERS) {
    return { message: `an expression of ${source.length} characters; at most ${MOST_CHARACTERS} are read`, offset: 0 };
  }
  try {
    const parsed = environment.parse(source);
    const checked = parsed.check();
    if (!checked.valid) return problemOf(checked.error, source);
    if (checked.type !== "bool" && checked.type !== "dyn") {
      return { message: `it gives a ${checked.type}, not true or false`, offset: 0 };
    }
    const unsafe = unsafePart(parsed.ast, 0);
    if (unsafe !== undefined) return unsafe;
    return (model) => answer(() => parsed({ ...model }));
  } catch (error) {
    return problemOf(error, source);
  }
}

export function isProblem(compiled: Expression | ExpressionProblem): compiled is ExpressionProblem {
  return typeof compiled !== "function";
}

function newEnvironment(): Environment {
  const made = new Environment({
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 100, maxCallArguments: 8 },
  });
  for (const name of VARIABLES) made.registerVariable(name, "dyn");
  // JSON has one kind of number, a double; a whole number in the expression must fit beside it.
  made.registerOperator("double + int", (a: number, b: bigint) => a + Number(b));
  made.registerOperator("double - int", (a: number, b: bigint) => a - Number(b));
  made.registerOperator("double * int", (a: number, b: bigint) => a * Number(b));
  made.registerOperator("double / int", (a: number, b: bigint) => a / Number(b));
  return made;
}

function answer(evaluate: () => unknown): Answer {
  try {
    const value = evaluate();
    if (typeof value === "boolean") return { value };
    return { value: undefined, reason: "the expression gave neither true nor false" };
  } catch (error) {
    return { value: undefined, reason: firstLine(error) };
  }
}

function problemOf(error: unknown, source: string): ExpressionProblem {
  const text = error instanceof Error ? error.message : String(error);
  const column = text.split("\n").findLast((line) => line.includes("^"));
  const shown = text.split("\n").find((line) => line.startsWith(">"));
  const lead = shown === undefined ? 0 : shown.length - shown.replace(/^>\s*\d+ \| /, "").length;
  const offset = column === undefined ? 0 : Math.min(Math.max(0, column.indexOf("^") - lead), source.length);
  return { message: firstLine(error), offset };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

/** Lists walked within lists within lists, and patterns that are not written out or may run away. */
function unsafePart(node: ASTNode, lists: number): ExpressionProblem | undefined {
  const { op, args } = node;
  if (op === "rcall" && Array.isArray(args)) {
    const [name, , given] = args as [string, ASTNode, readonly ASTNode[]];
    const depth = MACROS.has(name) ? lists + 1 : lists;
    if (depth > MOST_NESTED_LISTS) {
      return { message: `lists are walked ${depth} deep; at most ${MOST_NESTED_LISTS}`, offset: node.start };
    }
    if (name === "matches") {
      const pattern = given[0];
      if (pattern?.op !== "value" || typeof pattern.args !== "string") {
        return { message: "the pattern of `matches` must be written out", offset: node.start };
      }
      if (mayRunAway(pattern.args)) {
        return { message: `the pattern ${JSON.stringify(pattern.args)} repeats what repeats`, offset: node.start };
      }
    }
    return partsOf(args)
      .map((part) => unsafePart(part, depth))
      .find((found) => found !== undefined);
  }
  return partsOf(args)
    .map((part) => unsafePart(part, lists))
    .find((found) => found !== undefined);
}

function partsOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(partsOf);
  return typeof args === "object" && args !== null && "op" in args ? [args as ASTNode] : [];
}

/** A group that holds a repetition or a choice and is repeated itself: what takes exponential time to fail. */
function mayRunAway(pattern: string): boolean {
  return pattern.length > 200 || /\((?:[^()\\]|\\.)*[*+{|](?:[^()\\]|\\.)*\)[*+{]|\)[^()]*\)[*+{]/.test(pattern);
}

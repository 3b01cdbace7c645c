/**
 * What a program refuses to go on without: names that a condition tests for absence before it throws or exits.
 *
 * `if (!url) throw …`, `if not url: sys.exit(1)`, `if url == "" { log.Fatal(…) }`.
 */
import type { SyntaxNode } from "@lezer/common";
import { isFunction } from "../../syntax/functions.ts";
import type { SourceText } from "../../syntax/source.ts";
import type { Required } from "./read.ts";

interface Guard {
  /** It stands in a branch itself. */
  readonly conditional: boolean;
  readonly names: ReadonlySet<string>;
  readonly at: number;
}

export interface Guards {
  /** Whether what stands under one of the names must be there, within a part of the file. */
  demands(names: readonly string[], within: { readonly from: number; readonly to: number }): Required;
}

export function guardsOf(source: SourceText): Guards {
  const guards: Guard[] = [];
  source.tree.iterate({
    enter({ node }) {
      if (node.name !== "IfStatement") return;
      const [condition, body] = partsOf(node);
      if (condition === undefined || body === undefined || !ends(body, source)) return;
      guards.push({
        conditional: isConditional(node),
        names: absent(source.text.slice(condition.from, condition.to)),
        at: node.from,
      });
    },
  });
  return {
    demands(names, { from, to }) {
      const met = guards.filter(
        ({ at, names: absent }) => at >= from && at <= to && names.some((name) => absent.has(plain(name))),
      );
      if (met.length === 0) return false;
      return met.every(({ conditional }) => conditional) ? "perhaps" : true;
    },
  };
}

const BRANCHES =
  /^(?:If|Switch|Match|ExprSwitch|TypeSwitch|For|While)\w*Statement$|^(?:ConditionalExpression|MatchClause|CaseClause|SwitchBlock)$/;

/** Whether something is done only where something else holds; what a condition asks is always asked. */
export function isConditional(node: SyntaxNode): boolean {
  for (let at = node; at.parent !== null && !isFunction(at); at = at.parent)
    if (BRANCHES.test(at.parent.name) && !isAsked(at, at.parent)) return true;
  return false;
}

/** The condition of a branch, and what Go declares in front of it. */
function isAsked(node: SyntaxNode, branch: SyntaxNode): boolean {
  if (branch.name === "ConditionalExpression") return branch.firstChild?.from === node.from;
  return !/Block|Body|Statement$|Clause$/.test(node.name);
}

/** The condition and what is done when it holds. */
function partsOf(node: SyntaxNode): readonly [SyntaxNode | undefined, SyntaxNode | undefined] {
  const parts: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (/^[A-Z]/.test(child.name) && !child.name.endsWith("Comment")) parts.push(child);
  // Go may declare something first: `if v := f(); v == ""`.
  const body = parts.findIndex(({ name }) => /Block|Body|Statement$/.test(name));
  return body <= 0 ? [undefined, undefined] : [parts[body - 1], parts[body]];
}

const ENDINGS = new Set(["ThrowStatement", "RaiseStatement"]);
const EXITS =
  /^(?:process\.exit|sys\.exit|exit|quit|os\.Exit|panic|log\.(?:Fatal|Panic)\w*|System\.exit|Deno\.exit)\s*\(/;
const REFUSALS = /^return\b[^;]*\b(?:fmt\.Errorf|errors\.New)\(/;

/** Whether it throws or exits, whatever it says first; what inner functions do is not done here. */
export function ends(body: SyntaxNode, { text }: SourceText): boolean {
  if (isEnd(body, text)) return true;
  for (let child = body.firstChild; child !== null; child = child.nextSibling) if (isEnd(child, text)) return true;
  return false;
}

function isEnd(node: SyntaxNode, text: string): boolean {
  const own = text.slice(node.from, Math.min(node.to, node.from + 400));
  return ENDINGS.has(node.name) || EXITS.test(own) || REFUSALS.test(own);
}

/** Of `!a || b == null` both; where several must be missing together, none alone is demanded. */
function absent(condition: string): ReadonlySet<string> {
  const names = condition.split(/\|\||\bor\b/).flatMap((part) => {
    if (/&&|\band\b/.test(part)) return [];
    const inner = part.trim().replace(/^\((.*)$/s, "$1");
    const match =
      /^(?:!|not\s)\s*([^!=<>]+?)\)*$/.exec(inner) ??
      /^([^!=<>]+?)\s*(?:===?|\bis\b)\s*(?:null|undefined|None|nil|""|'')\s*\)*$/.exec(inner);
    return match?.[1] === undefined ? [] : [plain(match[1])];
  });
  return new Set(names);
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, "").replaceAll("'", '"').replace(/!$/, "");
}

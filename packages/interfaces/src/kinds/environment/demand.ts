/** Whether a place that reads a variable can do without: what stands beside it, around it, and after it. */
import type { SyntaxNode } from "@lezer/common";
import { functionAround, isFunction, nameOfFunction } from "../../syntax/functions.ts";
import { assignmentsOf, type SourceText } from "../../syntax/source.ts";
import { callsOf, type Value } from "../../syntax/value.ts";
import { ends, isConditional, type Guards } from "./guards.ts";
import { type Access, type EnvironmentFile, type Required } from "./read.ts";

export function demandedAt(file: EnvironmentFile, guards: Guards, node: SyntaxNode, { fails }: Access): Required {
  const asked = functionAround(node) ?? file.source.tree.topNode;
  const demanded = fails === true || isAsserted(file, node) ? true : guards.demands(namesOf(node, file), asked);
  // A demand of a function that only some of its callers' branches reach is none of every run.
  return (demanded === true && isConditional(node)) || fails === "perhaps" ? "perhaps" : demanded;
}

/** Within `try`, or where the function asks first whether it is there. */
export function isForeseen({ source }: EnvironmentFile, node: SyntaxNode, name: string): boolean {
  if (isTried(node)) return true;
  const around = functionAround(node) ?? source.tree.topNode;
  const text = source.text.slice(around.from, around.to);
  return text.includes("environ") && new RegExp(`["']${name}["']\\s+(?:not\\s+)?in\\s+[\\w.]*environ`).test(text);
}

/** What the variable goes by: the expression, or the name that holds it. */
export function namesOf(node: SyntaxNode, { source }: EnvironmentFile): string[] {
  const own = source.text.slice(node.from, node.to);
  let holder = node.parent;
  while (holder !== null && /^(?:Parenthesized|Postfix|Binary)Exp/.test(holder.name)) holder = holder.parent;
  if (holder === null) return [own];
  const given = assignmentsOf(holder, source.text).map(({ name }) => name);
  // `v, ok := os.LookupEnv("X")`.
  const several =
    holder.name === "VarDecl" ? holder.getChildren("DefName").map(({ from, to }) => source.text.slice(from, to)) : [];
  return [own, ...given, ...several];
}

/** `read ?? other`, `read || other`, `read or other`. */
export function alternativeOf({ source }: EnvironmentFile, node: SyntaxNode): Value | undefined {
  const right = alternativeNode(source, node);
  return right === undefined ? undefined : source.valueOf(right);
}

function alternativeNode(source: SourceText, node: SyntaxNode): SyntaxNode | undefined {
  let at = node;
  while (at.parent !== null && /^(?:Parenthesized|Postfix)Expression$/.test(at.parent.name)) at = at.parent;
  const { parent } = at;
  if (parent?.name !== "BinaryExpression" || parent.firstChild?.from !== at.from || parent.lastChild === null)
    return undefined;
  const operator = source.text.slice(at.to, parent.lastChild.from).trim();
  return /^(?:\?\?|\|\||or)$/.test(operator) ? parent.lastChild : undefined;
}

/** `read ?? fail("…")`, where `fail` is a function of the file that only throws; `read || (() => { throw … })()`. */
export function alternativeThrows({ source }: EnvironmentFile, node: SyntaxNode): boolean {
  const right = alternativeNode(source, node);
  if (right === undefined) return false;
  if (/^\(\s*\(\)\s*=>\s*\{\s*throw\b/.test(source.text.slice(right.from, right.to))) return true;
  const value = source.valueOf(right);
  const made = value.kind === "chain" && value.links.length === 1 ? functionCalled(source, value.base) : undefined;
  const body = made?.getChild("Block") ?? made?.getChild("Body");
  return body !== undefined && body !== null && ends(body, source);
}

function functionCalled(source: SourceText, name: string): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  source.tree.iterate({
    enter({ node }) {
      if (found === undefined && isFunction(node) && nameOfFunction(node, source.text) === name) found = node;
      return found === undefined;
    },
  });
  return found;
}

/** `assert(read)`, `invariant(read, "…")`. */
function isAsserted({ source, imports }: EnvironmentFile, node: SyntaxNode): boolean {
  if (node.parent?.name === "AssertStatement") return true;
  const call = node.parent?.name === "ArgList" ? node.parent.parent : null;
  const value = call === null || call === undefined ? undefined : source.valueOf(call);
  if (value?.kind !== "chain" || callsOf(value)[0]?.args[0]?.value.from !== node.from) return false;
  return /assert|invariant/.test(imports.get(value.base)?.module ?? "");
}

/** Within `try`, not to be there is foreseen. */
function isTried(node: SyntaxNode): boolean {
  for (let at = node; at.parent !== null; at = at.parent)
    if (at.parent.name === "TryStatement" && (at.name === "Block" || at.name === "Body"))
      return at.prevSibling?.name === "try";
  return false;
}

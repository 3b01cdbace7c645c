/** The text of one module while it is read: what its names mean, and where things stand. */
import type { SyntaxNode } from "@lezer/common";
import type { PyAttribute, PyPlace, PyValue } from "./model.ts";
import { linesOf } from "../../syntax/lines.ts";
import { childrenOf } from "../../syntax/node.ts";
import { isProvisional } from "./nodes.ts";
import { canonicalText, parseType, type PyType, type Resolve, stringContent, tokensOf } from "./py-type.ts";

export interface Assignment {
  /** `x`, or `self.x`. */
  readonly name: string;
  readonly annotation: string | undefined;
  readonly value: string | undefined;
  readonly from: SyntaxNode;
}

export class Reading {
  readonly path: string;
  readonly text: string;
  readonly resolve: Resolve;
  readonly places = new Map<string, PyPlace>();
  /** The line of an offset, from 1. */
  readonly lineOf: (offset: number) => number;

  constructor(path: string, text: string, resolve: Resolve) {
    this.path = path;
    this.text = text;
    this.resolve = resolve;
    this.lineOf = linesOf(text);
  }

  /** The first definition of a name is where it is shown. */
  place(name: string, node: SyntaxNode, signature: string, doc = "", deprecated = false): void {
    const known = this.places.get(name);
    const line = known?.line ?? this.lineOf(node.from);
    this.places.set(name, {
      path: this.path,
      line,
      doc,
      deprecated,
      provisional: isProvisional(doc),
      signature: signature.slice(0, 400),
    });
  }

  slice(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  value(text: string | undefined, resolve: Resolve = this.resolve): PyValue | null {
    if (text === undefined || text.trim() === "...") return null;
    return { text: canonicalText(text, resolve), literal: isLiteral(text) };
  }

  attribute(
    annotation: string | undefined,
    type: PyType | undefined,
    value: string | undefined,
    instance: boolean,
  ): PyAttribute {
    const final = annotation !== undefined && /(?:^|\.)Final\b/.test(annotation);
    const bare = final && !annotation.includes("[");
    return {
      kind: "attribute",
      type: type === undefined || bare ? null : type,
      value: this.value(value),
      instance,
      property: null,
      final,
      others: [],
    };
  }

  /** Every name that a statement assigns to, with what it is given where that is told apart. */
  assignments(node: SyntaxNode): Assignment[] {
    const segments: SyntaxNode[][] = [[]];
    let annotation: string | undefined;
    for (const child of childrenOf(node)) {
      if (child.name === "AssignOp") segments.push([]);
      else if (child.name === "TypeDef") annotation = this.slice(child).replace(/^:\s*/, "");
      else segments.at(-1)?.push(child);
    }
    const given = segments.length > 1 ? segments.pop() : undefined;
    return segments.flatMap((targets) => this.#pairs(targets, given, annotation, node));
  }

  #pairs(
    targets: readonly SyntaxNode[],
    given: readonly SyntaxNode[] | undefined,
    annotation: string | undefined,
    from: SyntaxNode,
  ): Assignment[] {
    const names = targets
      .flatMap(targetsIn)
      .filter(({ name }) => name === "VariableName" || name === "MemberExpression");
    const values = given?.filter(({ name }) => name !== ",") ?? [];
    const whole = given === undefined ? undefined : this.text.slice(given[0]?.from, given.at(-1)?.to);
    return names.map((name, at) => {
      const one = names.length === 1 ? whole : values.length === names.length ? values[at] : undefined;
      const value = typeof one === "string" || one === undefined ? one : this.slice(one);
      const unpacked = names.length > 1 && value === undefined && whole !== undefined ? `(${whole})[${at}]` : value;
      return { name: this.slice(name), annotation, value: unpacked, from };
    });
  }

  /** `[T, *Ts]` behind a name. */
  typeParams(node: SyntaxNode): string[] {
    const list = node.getChild("TypeParamList");
    if (list === null) return [];
    return childrenOf(list)
      .filter(({ name }) => name === "TypeParam")
      .map((one) => /[\p{L}_][\p{L}\p{N}_]*/u.exec(this.slice(one))?.[0] ?? "");
  }

  /** Names with type parameters in front of the module's. */
  scoped(params: readonly string[]): Resolve {
    if (params.length === 0) return this.resolve;
    return (name) => (params.includes(name) ? `~${params.indexOf(name)}` : this.resolve(name));
  }

  type(node: SyntaxNode | null | undefined, resolve: Resolve = this.resolve): PyType | null {
    if (node === null || node === undefined) return null;
    return parseType(this.slice(node).replace(/^(?::|->)\s*/, ""), resolve);
  }
}

function targetsIn(node: SyntaxNode): SyntaxNode[] {
  return /^(?:Tuple|Array|Parenthesized)Expression$/.test(node.name) ? childrenOf(node).flatMap(targetsIn) : [node];
}

/** Only constants and what is built from them. */
function isLiteral(text: string): boolean {
  const tokens = tokensOf(text);
  return (
    tokens.length > 0 &&
    tokens.every(
      (token) =>
        stringContent(token) !== undefined ||
        /^(?:\d[\w.]*|True|False|None|[-+*/%|&~()[\]{},:.]|\*\*|\/\/)$/.test(token),
    )
  );
}

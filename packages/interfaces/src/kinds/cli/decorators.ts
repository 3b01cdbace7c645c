/** Python functions that decorators make commands: the decorators, the parameters, the documentation. */
import type { SyntaxNode } from "@lezer/common";
import { separated } from "../../syntax/reading.ts";
import type { SourceText } from "../../syntax/source.ts";
import { type Argument, textOf, type Value } from "../../syntax/value.ts";

export interface Decorator {
  /** The first name and those after it: `click` and `["option"]`. */
  readonly base: string;
  readonly path: readonly string[];
  /** Absent where it is not called. */
  readonly args?: readonly Argument[];
  readonly from: number;
}

export interface Parameter {
  readonly name: string;
  readonly annotation?: Value;
  readonly annotationText: string;
  readonly fallback?: Value;
  readonly from: number;
  /** `*args` and `**kwargs`. */
  readonly rest: boolean;
}

export interface DecoratedFunction {
  readonly name: string;
  readonly decorators: readonly Decorator[];
  readonly parameters: readonly Parameter[];
  readonly doc: string | undefined;
  readonly node: SyntaxNode;
}

export function decoratedFunctions(source: SourceText): DecoratedFunction[] {
  const found: DecoratedFunction[] = [];
  source.tree.iterate({
    enter({ node }) {
      const definition = node.name === "DecoratedStatement" ? node.getChild("FunctionDefinition") : null;
      const name = definition?.getChild("VariableName");
      if (definition === null || name === null || name === undefined) return;
      found.push({
        name: source.text.slice(name.from, name.to),
        decorators: node.getChildren("Decorator").map((one) => decoratorOf(one, source)),
        parameters: parametersOf(definition, source),
        doc: docOf(definition, source),
        node,
      });
    },
  });
  return found;
}

/** The parameters of a function of the file that nothing decorates. */
export function parametersOfFunction(source: SourceText, name: string): readonly Parameter[] | undefined {
  let found: readonly Parameter[] | undefined;
  source.tree.iterate({
    enter({ node }) {
      const own = node.name === "FunctionDefinition" ? node.getChild("VariableName") : null;
      if (own !== null && source.text.slice(own.from, own.to) === name) found ??= parametersOf(node, source);
    },
  });
  return found;
}

function decoratorOf(node: SyntaxNode, source: SourceText): Decorator {
  const [base = "", ...path] = node.getChildren("VariableName").map(({ from, to }) => source.text.slice(from, to));
  const args = node.getChild("ArgList");
  return { base, path, from: node.from, ...(args !== null && { args: source.argumentsOf(args) }) };
}

function parametersOf(definition: SyntaxNode, source: SourceText): Parameter[] {
  const list = definition.getChild("ParamList");
  if (list === null) return [];
  return separated(list).flatMap((part): Parameter[] => {
    const name = part.find((node) => node.name === "VariableName");
    if (name === undefined) return [];
    const type = part.find((node) => node.name === "TypeDef")?.lastChild;
    const equals = part.findIndex((node) => node.name === "AssignOp");
    const fallback = equals < 0 ? undefined : part[equals + 1];
    return [
      {
        name: source.text.slice(name.from, name.to),
        annotationText: type === null || type === undefined ? "" : source.text.slice(type.from, type.to),
        ...(type !== null && type !== undefined && { annotation: source.valueOf(type) }),
        ...(fallback !== undefined && { fallback: source.valueOf(fallback) }),
        from: name.from,
        rest: part[0]?.name === "*" || part[0]?.name === "**",
      },
    ];
  });
}

function docOf(definition: SyntaxNode, source: SourceText): string | undefined {
  const first = definition.getChild("Body")?.getChild("ExpressionStatement")?.firstChild;
  return first === null || first === undefined ? undefined : textOf(source.valueOf(first))?.trim();
}

/** What can be called: parameters, returns, type parameters; and what is extended. */
import type { ParamPattern, TSTypeAnnotation, TSTypeParameterDeclaration } from "oxc-parser";
import type { Reading } from "./reading.ts";
import type { Parameter, Signature, TypeParameter, TypeText } from "./structure.ts";
import { typeText } from "./type-text.ts";

export const ANY: TypeText = { text: "any" };

interface Callable {
  readonly typeParameters?: TSTypeParameterDeclaration | null;
  readonly params: readonly ParamPattern[];
  readonly returnType?: TSTypeAnnotation | null;
}

export function signatureOf(node: Callable, reading: Reading): Signature {
  const all = node.params.map((parameter, index) => parameterOf(parameter, index, reading));
  const self = all[0]?.name === "this" ? all[0].type : undefined;
  return {
    ...typeParameters(node.typeParameters, reading),
    ...(self !== undefined && { thisType: self }),
    parameters: self === undefined ? all : all.slice(1),
    returns: annotated(node.returnType, reading),
  };
}

function parameterOf(node: ParamPattern, index: number, reading: Reading): Parameter {
  const pattern = node.type === "TSParameterProperty" ? node.parameter : node;
  const inner = pattern.type === "RestElement" ? pattern.argument : pattern;
  const target = inner.type === "AssignmentPattern" ? inner.left : inner;
  const optional = ("optional" in pattern && pattern.optional) || inner.type === "AssignmentPattern";
  return {
    name: target.type === "Identifier" ? target.name : `_${index}`,
    type: annotated(
      pattern.typeAnnotation ?? ("typeAnnotation" in target ? target.typeAnnotation : undefined),
      reading,
    ),
    ...(optional && { optional: true }),
    ...(pattern.type === "RestElement" && { rest: true }),
  };
}

export function annotated(node: TSTypeAnnotation | null | undefined, reading: Reading): TypeText {
  return node == null ? ANY : typeText(node.typeAnnotation, reading.source);
}

export function heritage(
  expression: { readonly start: number; readonly end: number },
  args: { readonly params: readonly Parameters<typeof typeText>[0][] } | null | undefined,
  reading: Reading,
): TypeText {
  const name = reading.source.slice(expression.start, expression.end).replace(/\s+/g, "");
  const printed = (args?.params ?? []).map((arg) => typeText(arg, reading.source));
  const text = printed.length === 0 ? name : `${name}<${printed.map((arg) => arg.text).join(", ")}>`;
  return { text, refs: [{ name, sign: 1, ...(printed.length > 0 && { args: printed.map((arg) => arg.refs ?? []) }) }] };
}

export function typeParameters(
  node: TSTypeParameterDeclaration | null | undefined,
  reading: Reading,
): { readonly typeParameters?: readonly TypeParameter[] } {
  if (node == null) return {};
  return {
    typeParameters: node.params.map((parameter) => {
      const modifiers = [parameter.const && "const", parameter.in && "in", parameter.out && "out"]
        .filter(Boolean)
        .join(" ");
      return {
        name: parameter.name.name,
        ...(parameter.constraint !== null && { constraint: typeText(parameter.constraint, reading.source) }),
        ...(parameter.default !== null && { default: typeText(parameter.default, reading.source) }),
        ...(modifiers !== "" && { modifiers }),
      };
    }),
  };
}

/** Every reference that a declaration makes, with the position it stands in. */
import type { Declaration, Ref, Sign, Signature, TypeParameter, TypeText } from "./structure.ts";

export type Visit = (ref: Ref, sign: Sign) => void;

/**
 * Calls `visit` for each reference of a declaration that itself stands in position `sign`:
 * 1 a consumer receives it, -1 a consumer provides it, 0 both.
 */
export function visitReferences(declaration: Declaration, sign: Sign, visit: Visit): void {
  switch (declaration.kind) {
    case "function":
      return signatures(declaration.signatures, sign, visit);
    case "variable":
      return type(declaration.type, sign, visit);
    case "alias":
      parameters(declaration.typeParameters, visit);
      return type(declaration.type, sign, visit);
    case "class":
    case "interface": {
      parameters(declaration.typeParameters, visit);
      if (declaration.kind === "class" && declaration.extends !== undefined) type(declaration.extends, sign, visit);
      if (declaration.kind === "interface") for (const parent of declaration.extends ?? []) type(parent, sign, visit);
      for (const member of declaration.members) {
        if (member.type !== undefined) type(member.type, sign, visit);
        signatures(member.signatures ?? [], sign, visit);
      }
      for (const index of declaration.index ?? []) type(index.type, sign, visit);
      if (declaration.kind === "class") return signatures(declaration.constructors, sign, visit);
      signatures(declaration.calls ?? [], sign, visit);
      return signatures(declaration.constructs ?? [], sign, visit);
    }
    default:
    // Members of a namespace are exports of their own; an enum refers to nothing.
  }
}

function signatures(list: readonly Signature[], sign: Sign, visit: Visit): void {
  const opposite: Sign = sign === 0 ? 0 : sign === 1 ? -1 : 1;
  for (const signature of list) {
    const own = new Set(signature.typeParameters?.map((parameter) => parameter.name));
    const outer: Visit = own.size === 0 ? visit : (ref, at) => (own.has(ref.name) ? undefined : visit(ref, at));
    parameters(signature.typeParameters, outer);
    if (signature.thisType !== undefined) type(signature.thisType, opposite, outer);
    for (const parameter of signature.parameters) type(parameter.type, opposite, outer);
    type(signature.returns, sign, outer);
  }
}

/** A constraint is what a consumer's type argument must fit: the consumer provides it. */
function parameters(list: readonly TypeParameter[] | undefined, visit: Visit): void {
  for (const { constraint, default: fallback } of list ?? []) {
    if (constraint !== undefined) type(constraint, -1, visit);
    if (fallback !== undefined) type(fallback, 0, visit);
  }
}

function type(text: TypeText, sign: Sign, visit: Visit): void {
  for (const ref of text.refs ?? []) visit(ref, times(sign, ref.sign));
}

/** Position of a position. */
export function times(outer: Sign, inner: Sign): Sign {
  if (outer === 0 || inner === 0) return 0;
  return outer === inner ? 1 : -1;
}

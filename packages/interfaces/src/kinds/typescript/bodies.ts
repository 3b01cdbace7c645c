/** The body of an interface or object type: members, calls, constructors, indexes. */
import type { TSSignature } from "oxc-parser";
import { ANY, annotated, signatureOf } from "./callables.ts";
import type { Reading } from "./reading.ts";
import { Members } from "./member-list.ts";
import type { IndexSignature, InterfaceDeclaration, Member, Signature } from "./structure.ts";
import { keyText } from "./type-text.ts";

type Body = Pick<InterfaceDeclaration, "members" | "calls" | "constructs" | "index">;

export function bodyOf(nodes: readonly TSSignature[], reading: Reading): Body {
  const members = new Members();
  const calls: Signature[] = [];
  const constructs: Signature[] = [];
  const index: IndexSignature[] = [];
  for (const node of nodes) {
    switch (node.type) {
      case "TSCallSignatureDeclaration":
        calls.push(signatureOf(node, reading));
        break;
      case "TSConstructSignatureDeclaration":
        constructs.push(signatureOf(node, reading));
        break;
      case "TSIndexSignature":
        index.push(indexOf(node, reading));
        break;
      case "TSPropertySignature":
        members.add({
          name: keyText(node.key, node.computed, reading.source),
          ...(node.optional && { optional: true }),
          ...(node.readonly && { readonly: true }),
          type: annotated(node.typeAnnotation, reading),
          meta: reading.meta(node.start),
        });
        break;
      case "TSMethodSignature": {
        const name = keyText(node.key, node.computed, reading.source);
        const common = { name, ...(node.optional && { optional: true as const }), meta: reading.meta(node.start) };
        members.add(callable(node.kind, common, signatureOf(node, reading)));
      }
    }
  }
  return {
    members: members.list(),
    ...(calls.length > 0 && { calls }),
    ...(constructs.length > 0 && { constructs }),
    ...(index.length > 0 && { index }),
  };
}

export function indexOf(node: Extract<TSSignature, { type: "TSIndexSignature" }>, reading: Reading): IndexSignature {
  return {
    key: annotated(node.parameters[0]?.typeAnnotation, reading),
    type: annotated(node.typeAnnotation, reading),
    ...(node.readonly && { readonly: true }),
  };
}

/** A method, or a property where it is an accessor; a getter without a setter is read-only. */
export function callable(kind: string, common: Omit<Member, "type" | "signatures">, signature: Signature): Member {
  if (kind === "get") return { ...common, readonly: true, type: signature.returns };
  if (kind === "set") return { ...common, type: signature.parameters[0]?.type ?? ANY };
  return { ...common, signatures: [signature] };
}

/** Classes: constructors, members, what they extend. */
import type { Class } from "oxc-parser";
import { callable, indexOf } from "./bodies.ts";
import { annotated, heritage, signatureOf, typeParameters } from "./callables.ts";
import type { Reading } from "./reading.ts";
import { Members } from "./member-list.ts";
import type { ClassDeclaration, IndexSignature, Meta, Signature } from "./structure.ts";
import { keyText } from "./type-text.ts";

export function classOf(node: Class, meta: Meta, reading: Reading): ClassDeclaration {
  const members = new Members();
  const constructors: Signature[] = [];
  const index: IndexSignature[] = [];
  let access: "private" | "protected" | undefined;
  let nominal = false;
  let inferred = false;
  for (const item of node.body.body) {
    if (item.type === "StaticBlock") continue;
    if (item.type === "TSIndexSignature") {
      index.push(indexOf(item, reading));
      continue;
    }
    const hidden = item.accessibility === "private";
    if (item.type.endsWith("MethodDefinition") && "kind" in item && item.kind === "constructor") {
      if (item.accessibility === "private" || item.accessibility === "protected") access = item.accessibility;
      constructors.push(signatureOf(item.value, reading));
      continue;
    }
    if (hidden || item.key.type === "PrivateIdentifier") {
      nominal = true;
      continue;
    }
    const common = {
      name: keyText(item.key, item.computed, reading.source),
      ...(item.static && { static: true as const }),
      ...(item.optional === true && { optional: true as const }),
      ...(item.type.startsWith("TSAbstract") && { abstract: true as const }),
      ...(item.accessibility === "protected" && { protected: true as const }),
      meta: reading.meta(item.start),
    };
    if ("kind" in item) {
      inferred ||= item.value.returnType == null && item.kind !== "set";
      members.add(callable(item.kind, common, signatureOf(item.value, reading)));
    } else {
      const readonly = "readonly" in item && item.readonly;
      const value = item.value;
      const literal = value?.type === "Literal" ? { text: reading.source.slice(value.start, value.end) } : undefined;
      inferred ||= item.typeAnnotation == null && literal === undefined;
      const type = literal ?? annotated(item.typeAnnotation, reading);
      members.add({ ...common, ...(readonly && { readonly: true }), type });
    }
  }
  const parents = (node.implements ?? []).map((parent) => heritage(parent.expression, parent.typeArguments, reading));
  return {
    kind: "class",
    ...typeParameters(node.typeParameters, reading),
    ...(node.superClass !== null && { extends: heritage(node.superClass, node.superTypeArguments, reading) }),
    ...(parents.length > 0 && { implements: parents }),
    ...(node.abstract === true && { abstract: true }),
    constructors,
    ...(access !== undefined && { constructorAccess: access }),
    members: members.list(),
    ...(index.length > 0 && { index }),
    ...(nominal && { nominal: true }),
    ...(inferred && { inferred: true }),
    meta,
  };
}

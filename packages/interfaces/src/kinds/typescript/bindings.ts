/**
 * Names that a module binds by destructuring (`export const { a, b: [c] } = make()`): `oxc-transform` leaves
 * them out of the declarations that it emits, for only the compiler can tell their types.
 */
import { parseSync } from "oxc-parser";
import type { BindingPattern, Directive, Statement } from "oxc-parser";

export interface Binding {
  readonly name: string;
  /** Offset in the source. */
  readonly start: number;
  /** The statement itself exports it. */
  readonly exported: boolean;
}

/** Those of the outermost level; none in a text that does not parse. */
export function destructured(source: string): Binding[] {
  return parseSync("a.tsx", source, { lang: "ts" }).program.body.flatMap((node) => bindingsOf(node));
}

/** The declarations without the statements of which nothing but `const` is left, lines kept. */
export function withoutEmptyStatements(emitted: string): string {
  return emitted.replaceAll(/^\s*(?:export )?(?:declare )?(?:const|let|var);$/gm, "");
}

function bindingsOf(node: Directive | Statement): Binding[] {
  const exported = node.type === "ExportNamedDeclaration";
  const declaration = exported ? node.declaration : node;
  if (declaration?.type !== "VariableDeclaration") return [];
  return declaration.declarations.flatMap(({ id }) =>
    id.type === "Identifier" ? [] : namesIn(id).map(({ name, start }) => ({ name, start, exported })),
  );
}

function namesIn(pattern: BindingPattern): { name: string; start: number }[] {
  switch (pattern.type) {
    case "Identifier":
      return [{ name: pattern.name, start: pattern.start }];
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "ArrayPattern":
      return pattern.elements.flatMap((item) =>
        item === null ? [] : namesIn(item.type === "RestElement" ? item.argument : item),
      );
    default:
      return pattern.properties.flatMap((item) => namesIn(item.type === "RestElement" ? item.argument : item.value));
  }
}

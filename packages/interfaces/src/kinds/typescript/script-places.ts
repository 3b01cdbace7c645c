/** Where a JavaScript file defines what it exports, and the documentation comment there. */
import type { Expression, Program, Statement } from "oxc-parser";
import type { Meta } from "./structure.ts";

const HEAD = /^(?:module|file|fileoverview|overview|license|licence|packagedocumentation|copyright)$/;

export interface ScriptPlaces {
  /** By the name within the file. */
  readonly declared: ReadonlyMap<string, Meta>;
  /** Of `module.exports = …`: by the exported name the name within the file, where it is one. */
  readonly named: ReadonlyMap<string, string>;
  /** Of `exports.a = …`: by the exported name. */
  readonly assigned: ReadonlyMap<string, Meta>;
}

/** `assigned` tells the exported name that an expression sets, `` for all of them. O(statements). */
export function scriptPlaces(
  { body }: Program,
  meta: (start: number) => Meta,
  assignedName: (
    left: Extract<Expression, { type: "AssignmentExpression" }>["left"] | Expression,
  ) => string | undefined,
): ScriptPlaces {
  const declared = new Map<string, Meta>();
  const named = new Map<string, string>();
  const assigned = new Map<string, Meta>();
  for (const statement of body) {
    const place = withoutHead(meta(statement.start));
    for (const name of namesIn(statement)) if (!declared.has(name)) declared.set(name, place);
    if (statement.type !== "ExpressionStatement") continue;
    const { expression } = statement;
    if (expression.type !== "AssignmentExpression") continue;
    const target = assignedName(expression.left);
    if (target === undefined) continue;
    const { right } = expression;
    if (right.type === "ObjectExpression" && target === "") {
      for (const item of right.properties) {
        if (item.type !== "Property" || item.key.type !== "Identifier") continue;
        if (item.value.type === "Identifier") named.set(item.key.name, item.value.name);
        else assigned.set(item.key.name, meta(item.start));
      }
      continue;
    }
    const name = target === "" ? "export=" : target;
    assigned.set(name, place);
    if (right.type === "Identifier") named.set(name, right.name);
  }
  return { declared, named, assigned };
}

/** The first statement of a file stands behind what is said of the whole file. */
function withoutHead(meta: Meta): Meta {
  return meta.tags?.some((tag) => HEAD.test(tag)) === true ? { line: meta.line } : meta;
}

/** A comment at the assignment wins over the one at what is assigned. */
export function placeOf(exported: string, local: string, { declared, named, assigned }: ScriptPlaces): Meta {
  const own = assigned.get(exported);
  if (own?.doc !== undefined) return own;
  return declared.get(named.get(exported) ?? local) ?? own ?? { line: 1 };
}

function namesIn(statement: Statement): string[] {
  const node =
    statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration"
      ? statement.declaration
      : statement;
  if (node?.type === "FunctionDeclaration" || node?.type === "ClassDeclaration")
    return statement.type === "ExportDefaultDeclaration" && node.id === null
      ? ["default"]
      : node.id === null
        ? []
        : [node.id.name];
  if (node?.type === "VariableDeclaration")
    return node.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
  return statement.type === "ExportDefaultDeclaration" ? ["default"] : [];
}

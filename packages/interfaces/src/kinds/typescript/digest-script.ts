/**
 * The digest of a JavaScript file: the names it exports. Their shapes are unknown; the hash of the text
 * says whether they can have changed.
 */
import { parseSync } from "oxc-parser";
import type { AssignmentTarget, Expression, Program } from "oxc-parser";
import { metaReader } from "./doc-comment.ts";
import { hashOf } from "./hash.ts";
import { placeOf, scriptPlaces } from "./script-places.ts";
import { lineOf, lineStarts } from "../../syntax/lines.ts";
import type { ExportedName, FileDigest } from "./file-digest.ts";
import type { Declaration } from "./structure.ts";

export function digestScript(path: string, text: string): FileDigest {
  // Elements are written in plain `.js` too, and mean nothing else there.
  const parsed = parseSync(path, text, { lang: "jsx", sourceType: "unambiguous" });
  const error = parsed.errors.find((item) => isKind(item.severity, "Error"));
  const problems =
    error !== undefined && parsed.program.body.length === 0
      ? [{ code: "typescript/syntax-error", severity: "warning" as const, message: error.message }]
      : [];
  const exports: ExportedName[] = [];
  const stars: string[] = [];
  const modules = new Set<string>();
  for (const item of parsed.module.staticExports.flatMap((statement) => statement.entries)) {
    const from = item.moduleRequest?.value;
    if (from !== undefined) modules.add(from);
    const imported =
      isKind(item.importName.kind, "All") || isKind(item.importName.kind, "AllButDefault") ? "*" : item.importName.name;
    const name = isKind(item.exportName.kind, "Default") ? "default" : item.exportName.name;
    if (name === null && from !== undefined) stars.push(from);
    else if (name !== null)
      exports.push({
        name,
        local: (from === undefined ? item.localName.name : imported) ?? name,
        ...(from !== undefined && { from }),
      });
  }
  for (const name of commonNames(parsed.program)) exports.push({ name, local: name });
  const hash = hashOf(text);
  const starts = lineStarts(text);
  const meta = metaReader(text, parsed.comments, (offset) => lineOf(starts, offset) + 1);
  const places = scriptPlaces(parsed.program, meta, assigned);
  const declarations: Record<string, Declaration[]> = {};
  for (const { name, local, from } of exports) {
    if (from === undefined)
      declarations[local] = [
        { kind: "variable", type: { text: "unknown" }, inferred: true, meta: placeOf(name, local, places) },
      ];
  }
  const imports = Object.fromEntries(
    parsed.module.staticImports.flatMap((statement) =>
      statement.entries.map((entry) => [
        entry.localName.value,
        {
          from: statement.moduleRequest.value,
          name: isKind(entry.importName.kind, "NamespaceObject") ? "*" : (entry.importName.name ?? "default"),
        },
      ]),
    ),
  );
  return {
    hash,
    text: "",
    declarations,
    imports,
    exports,
    stars,
    modules: [...modules].sort(),
    untyped: true,
    problems,
  };
}

/** The parser's kinds are strings at run time, whatever their declared enum. */
function isKind(kind: string, wanted: string): boolean {
  return kind === wanted;
}

/** `exports.a = …`, `module.exports.a = …`, `module.exports = { a, b }` and `module.exports = something`. */
function commonNames(program: Program): string[] {
  const names = new Set<string>();
  for (const node of program.body) {
    if (node.type !== "ExpressionStatement") continue;
    let expression: Expression = node.expression;
    while (expression.type === "AssignmentExpression") {
      const target = assigned(expression.left);
      if (target !== undefined && target !== "") names.add(target);
      if (target === "") {
        if (expression.right.type === "ObjectExpression")
          for (const name of objectKeys(expression.right)) names.add(name);
        else names.add("export=");
      }
      expression = expression.right;
    }
  }
  names.delete("__esModule");
  return [...names];
}

/** The exported name that an assignment sets, `` for the whole of `module.exports`. */
function assigned(node: AssignmentTarget | Expression): string | undefined {
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return undefined;
  const { object, property } = node;
  if (object.type === "Identifier") {
    if (object.name === "exports") return property.name;
    return object.name === "module" && property.name === "exports" ? "" : undefined;
  }
  return assigned(object) === "" ? property.name : undefined;
}

function objectKeys(node: Extract<Expression, { type: "ObjectExpression" }>): string[] {
  return node.properties.flatMap((item) =>
    item.type === "Property" && !item.computed && (item.key.type === "Identifier" || item.key.type === "Literal")
      ? [item.key.type === "Identifier" ? item.key.name : String(item.key.value)]
      : [],
  );
}

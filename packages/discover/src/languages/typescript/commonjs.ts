/**
 * What a module record doesn't have: `require`, `import x = require()`, `import("x")` in types, and
 * what is assigned to `exports`.
 *
 * Only the nodes that hold them are built. The names taken from a `require` stand right beside it
 * (`const { a } = require("x")`, `require("x").a`), and reading them from the text there saves
 * building every declaration and member access of the file, which costs ten times the rest.
 */
import type { RawImport } from "../language.ts";
import { child, children, isIdentifier, literal, memberName, offset, text } from "./node.ts";
import type { Node, ParsedScript, Visitors } from "./parse.ts";

type Found = Omit<RawImport, "line"> & { readonly start: number };

export interface CommonJsFacts {
  readonly imports: readonly Found[];
  readonly exports: readonly string[];
}

const NONE: CommonJsFacts = { imports: [], exports: [] };
const REQUIRES = /\brequire\b[^"'`\n]{0,40}\(\s*["'`]/;
const ASSIGNS = /\bexports\s*[.=[]|\bexport\s*=/;

export function commonJsFacts(source: string, parsed: ParsedScript): CommonJsFacts {
  const imports: Found[] = [];
  const exports = new Set<string>();
  const visitors: Visitors = {
    ...(REQUIRES.test(source) ? requireVisitors(source, imports) : {}),
    ...(ASSIGNS.test(source) ? exportVisitors(source, exports) : {}),
    ...(hasImportTypes(source, parsed) ? importTypeVisitors(imports) : {}),
  };
  if (Object.keys(visitors).length === 0) return NONE;
  parsed.visit(visitors);
  return { imports, exports: [...exports] };
}

function requireVisitors(source: string, imports: Found[]): Visitors {
  return {
    CallExpression(node) {
      const start = offset(node);
      if (!source.startsWith("require", start) || !isRequire(child(node, "callee"))) return;
      const specifier = literal(children(node, "arguments")[0]);
      if (specifier === undefined) return;
      const symbols = namesBefore(source, start) ?? nameAfter(source, node);
      imports.push({ start, specifier, kind: "require", ...(symbols === undefined ? {} : { symbols }) });
    },
    TSExternalModuleReference(node) {
      const specifier = literal(child(node, "expression"));
      if (specifier !== undefined) imports.push({ start: offset(node), specifier, kind: "require", symbols: ["*"] });
    },
  };
}

/** `require(…)` and `require.resolve(…)`. */
function isRequire(callee: Node | undefined): boolean {
  if (isIdentifier(callee, "require")) return true;
  return memberName(callee) === "resolve" && callee !== undefined && isIdentifier(child(callee, "object"), "require");
}

/** The names in `const { a, b: c } = require(…)`. */
function namesBefore(source: string, start: number): readonly string[] | undefined {
  const before = source.slice(Math.max(0, start - 400), start).trimEnd();
  if (!before.endsWith("=")) return undefined;
  const pattern = before.slice(0, -1).trimEnd();
  const open = pattern.endsWith("}") ? pattern.lastIndexOf("{") : -1;
  if (open === -1) return undefined;
  const names = pattern
    .slice(open + 1, -1)
    .split(",")
    .map((part) => /^\s*([\w$]+)\s*(?:[:=].*)?$/s.exec(part)?.[1]);
  return names.filter((name) => name !== undefined);
}

/** The name in `require(…).a`. */
function nameAfter(source: string, call: Node): readonly string[] | undefined {
  const end = offset(call, "end");
  const name = /^\s{0,20}\.\s{0,20}([\w$]{1,200})/.exec(source.slice(end, end + 240))?.[1];
  return name === undefined ? undefined : [name];
}

/** `import("x")` in a type isn't in the module record: there are more of them in the text than the record has. */
function hasImportTypes(source: string, parsed: ParsedScript): boolean {
  return (source.match(/\bimport\s*\(/g)?.length ?? 0) > parsed.dynamicImports.length;
}

function importTypeVisitors(imports: Found[]): Visitors {
  return {
    TSImportType(node) {
      const specifier = literal(child(node, "source") ?? child(node, "argument"));
      const name = text(child(node, "qualifier"), "name");
      if (specifier === undefined) return;
      const symbols = name === undefined ? {} : { symbols: [name] };
      imports.push({ start: offset(node), specifier, kind: "dynamic", typeOnly: true, ...symbols });
    },
  };
}

function exportVisitors(source: string, exports: Set<string>): Visitors {
  return {
    AssignmentExpression(node) {
      const start = offset(node);
      if (!source.startsWith("exports", start) && !source.startsWith("module", start)) return;
      for (const name of assignedExports(node)) exports.add(name);
    },
    TSExportAssignment() {
      exports.add("export=");
    },
  };
}

function assignedExports(node: Node): readonly string[] {
  const left = child(node, "left");
  const name = memberName(left);
  if (left === undefined || name === undefined) return [];
  if (isModuleExports(left)) return ["export=", ...objectKeys(child(node, "right"))];
  const object = child(left, "object");
  return object !== undefined && (isIdentifier(object, "exports") || isModuleExports(object)) ? [name] : [];
}

function isModuleExports(node: Node): boolean {
  return memberName(node) === "exports" && isIdentifier(child(node, "object"), "module");
}

function objectKeys(node: Node | undefined): readonly string[] {
  if (node === undefined || text(node, "type") !== "ObjectExpression") return [];
  return children(node, "properties").flatMap((item) => {
    const key = child(item, "key");
    const name = text(key, "name") ?? literal(key);
    return name === undefined ? [] : [name];
  });
}

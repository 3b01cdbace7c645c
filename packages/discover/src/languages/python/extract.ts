/** Python source to the facts in it. */
import type { RawImport, SourceFacts } from "../language.ts";
import { lineCounter } from "../lines.ts";
import { usedAttributes } from "./attributes.ts";
import { scanPython } from "./scan.ts";
import type { PythonStatement } from "./scan.ts";

export function extractPython(_path: string, text: string): SourceFacts {
  const statements = scanPython(text);
  const lineAt = lineCounter(text);
  const used = usedAttributes(text, statements);
  const imports: RawImport[] = [];
  for (const statement of statements) {
    if (statement.kind === "all" || statement.kind === "name") continue;
    const found = importsOf(statement, lineAt(statement.start));
    const names = used.get(statement);
    imports.push(...(names === undefined ? found : found.map((one) => ({ ...one, used: names }))));
  }
  return { imports, exports: exportsOf(statements), problems: [] };
}

function importsOf(statement: PythonStatement, line: number): readonly RawImport[] {
  const { kind, module, names } = statement;
  const marks = statement.typeOnly ? { line, typeOnly: true } : { line };
  if (kind === "dynamic") return [{ specifier: module, kind: "dynamic", ...marks }];
  // `from . import a, b` mostly names modules, each a file of its own.
  const split = kind === "from" && /^\.+$/.test(module) && !names.includes("*");
  const groups = split ? names.map((name) => [name]) : [names];
  return groups.map((symbols) => ({ specifier: module, kind: "static", symbols, ...marks }));
}

/** `__all__` where there is one, else what is defined without a leading underscore. */
function exportsOf(statements: readonly PythonStatement[]): readonly string[] {
  const listed = statements.filter(({ kind }) => kind === "all");
  const chosen = listed.length > 0 ? listed : statements.filter(({ kind }) => kind === "name");
  return [...new Set(chosen.flatMap(({ names }) => names))];
}

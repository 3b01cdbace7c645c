/** What a file imports, exports and passes on, and which modules it names. */
import { parseSync } from "oxc-parser";
import type { Directive, Program, Statement } from "oxc-parser";
import { defaultName, exportName } from "./declarations.ts";
import type { ExportedName, FileDigest, ImportedName } from "./file-digest.ts";

type Links = Pick<FileDigest, "imports" | "exports" | "stars" | "exportEquals">;

export function linksOf(program: Program): Links {
  const imports: Record<string, ImportedName> = {};
  const exports: ExportedName[] = [];
  const stars: string[] = [];
  let exportEquals: string | undefined;
  let explicit = false;
  for (const node of program.body) {
    switch (node.type) {
      case "ImportDeclaration":
        for (const item of node.specifiers) {
          const name =
            item.type === "ImportSpecifier"
              ? exportName(item.imported)
              : item.type === "ImportDefaultSpecifier"
                ? "default"
                : "*";
          const typeOnly =
            node.importKind === "type" || (item.type === "ImportSpecifier" && item.importKind === "type");
          imports[item.local.name] = { from: node.source.value, name, ...(typeOnly && { typeOnly: true }) };
        }
        break;
      case "TSImportEqualsDeclaration":
        if (node.moduleReference.type === "TSExternalModuleReference") {
          imports[node.id.name] = { from: node.moduleReference.expression.value, name: "=" };
        }
        break;
      case "ExportAllDeclaration":
        explicit = true;
        if (node.exported === null) stars.push(node.source.value);
        else
          exports.push({
            name: exportName(node.exported),
            local: "*",
            from: node.source.value,
            ...(node.exportKind === "type" && { typeOnly: true }),
          });
        break;
      case "ExportNamedDeclaration":
        explicit = true;
        for (const item of node.specifiers) {
          const typeOnly = node.exportKind === "type" || item.exportKind === "type";
          exports.push({
            name: exportName(item.exported),
            local: exportName(item.local),
            ...(node.source !== null && { from: node.source.value }),
            ...(typeOnly && { typeOnly: true }),
          });
        }
        for (const name of node.declaration === null ? [] : declaredNames(node.declaration))
          exports.push({ name, local: name });
        break;
      case "ExportDefaultDeclaration": {
        explicit = true;
        const inner = node.declaration;
        exports.push({
          name: "default",
          local: inner.type === "Identifier" ? inner.name : (defaultName(inner) ?? "default"),
        });
        break;
      }
      case "TSExportAssignment":
        explicit = true;
        if (node.expression.type === "Identifier") exportEquals = node.expression.name;
        break;
      default:
    }
  }
  // A declaration file with imports and no export statement exports all it declares.
  if (!explicit)
    for (const node of program.body) for (const name of declaredNames(node)) exports.push({ name, local: name });
  const unique = [...new Map(exports.map((item) => [`${item.name} ${item.from ?? ""} ${item.local}`, item])).values()];
  return { imports, exports: unique, stars, ...(exportEquals !== undefined && { exportEquals }) };
}

function declaredNames(node: Directive | Statement): string[] {
  if (node.type === "VariableDeclaration") {
    return node.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
  }
  const id: unknown = "id" in node ? node.id : undefined;
  const name: unknown = typeof id === "object" && id !== null && "name" in id ? id.name : undefined;
  return typeof name === "string" &&
    node.type !== "TSImportEqualsDeclaration" &&
    node.type !== "TSNamespaceExportDeclaration"
    ? [name]
    : [];
}

export function modulesOf(program: Program, text: string): string[] {
  const found = new Set<string>();
  for (const node of program.body) {
    if ("source" in node && node.source !== null && typeof node.source === "object" && "value" in node.source)
      found.add(node.source.value);
    if (node.type === "TSImportEqualsDeclaration" && node.moduleReference.type === "TSExternalModuleReference") {
      found.add(node.moduleReference.expression.value);
    }
  }
  for (const match of text.matchAll(/\bimport\(\s*(["'])([^"']+)\1\s*\)/g)) found.add(match[2] ?? "");
  for (const match of text.matchAll(/^\/\/\/\s*<reference\s+path=(["'])([^"']+)\1/gm)) {
    const path = match[2] ?? "";
    found.add(path.startsWith(".") ? path : `./${path}`);
  }
  return [...found].sort();
}

/** Modules that the source itself imports: inference looks through them. */
export function sourceModules(source: string): string[] {
  const { module } = parseSync("a.tsx", source, { lang: "ts" });
  const found = new Set(
    [...module.staticImports, ...module.staticExports.flatMap((item) => item.entries)].map(
      (item) => item.moduleRequest?.value ?? "",
    ),
  );
  found.delete("");
  return [...found].sort();
}

/** What the names of a file are imported as, in each language that imports names. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceText } from "./source.ts";

export interface ImportedName {
  readonly module: string;
  /** `*` for the whole module, `default` for what it exports as such. */
  readonly name: string;
}

/** Local name to what it is; one walk over the tree. */
export function importsOf(source: SourceText): ReadonlyMap<string, ImportedName> {
  const found = new Map<string, ImportedName>();
  const add = (local: string, module: string, name: string) => found.set(local, { module, name });
  source.tree.iterate({
    enter({ node, name }) {
      if (name === "ImportDeclaration" && source.language === "javascript") javascriptImport(node, source.text, add);
      else if (name === "VariableDeclaration" && source.language === "javascript")
        requireImport(node, source.text, add);
      else if (name === "ImportStatement" && source.language === "python")
        pythonImport(source.text.slice(node.from, node.to), add);
      else if (name === "ImportSpec" && source.language === "go") goImport(node, source.text, add);
    },
  });
  return found;
}

type Add = (local: string, module: string, name: string) => void;

function javascriptImport(node: SyntaxNode, text: string, add: Add): void {
  const module = node.getChild("String");
  if (module === null) return;
  const from = text.slice(module.from + 1, module.to - 1);
  const clause = text.slice(node.from, module.from);
  const group = /\{([^}]*)\}/.exec(clause);
  for (const entry of (group?.[1] ?? "").split(",")) {
    const [, name, local] = /^\s*(?:type\s+)?([\w$]+|"[^"]*")(?:\s+as\s+([\w$]+))?\s*$/.exec(entry) ?? [];
    if (name !== undefined) add(local ?? name, from, name);
  }
  const rest = clause
    .replace(/\{[^}]*\}/, "")
    .replace(/\bfrom\s*$/, "")
    .replace(/^\s*import\b(?:\s+type\b(?!\s*,))?/, "");
  const star = /\*\s*as\s+([\w$]+)/.exec(rest);
  if (star?.[1] !== undefined) add(star[1], from, "*");
  const [, whole] = /^\s*([\w$]+)/.exec(rest) ?? [];
  if (whole !== undefined) add(whole, from, "default");
}

/** `const a = require("m")`, `const { b: c } = require("m")`, `const d = require("m").e`. */
function requireImport(node: SyntaxNode, text: string, add: Add): void {
  const match = /^(?:const|let|var)\s+([\w$]+|\{[^}]*\})\s*=\s*require\(\s*["']([^"']+)["']\s*\)(?:\.([\w$]+))?/.exec(
    text.slice(node.from, Math.min(node.to, node.from + 2000)),
  );
  if (match === null) return;
  const [, target = "", module = "", member] = match;
  if (!target.startsWith("{")) return add(target, module, member ?? "*");
  for (const entry of target.slice(1, -1).split(",")) {
    const [, name, local] = /^\s*([\w$]+)(?:\s*:\s*([\w$]+))?\s*$/.exec(entry) ?? [];
    if (name !== undefined) add(local ?? name, module, name);
  }
}

function pythonImport(text: string, add: Add): void {
  const plain = text
    .replaceAll(/#[^\n]*/g, "")
    .replaceAll(/[()\\\s]+/g, " ")
    .trim();
  const from = /^from (\S+) import (.*)$/.exec(plain);
  const entries = (from?.[2] ?? plain.replace(/^import /, "")).split(",");
  for (const entry of entries) {
    const [, name, local] = /^\s*([\w.]+)(?: as (\w+))?\s*$/.exec(entry) ?? [];
    if (name === undefined) continue;
    if (from?.[1] !== undefined) add(local ?? name, from[1], name);
    else add(local ?? name.split(".")[0] ?? name, name, "*");
  }
}

function goImport(node: SyntaxNode, text: string, add: Add): void {
  const module = node.getChild("String");
  if (module === null) return;
  const path = text.slice(module.from + 1, module.to - 1);
  const alias = node.getChild("DefName");
  const last = path.replace(/\/v\d+$/, "").replace(/^.*\//, "");
  add(alias === null ? last : text.slice(alias.from, alias.to), path, "*");
}

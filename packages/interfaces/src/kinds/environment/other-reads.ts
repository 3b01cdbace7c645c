/** Reads of the environment in Rust, Java, shell scripts and example files: forms that need no expressions. */
import type { SyntaxNode } from "@lezer/common";
import type { SourceText } from "../../syntax/source.ts";
import { digestOfText } from "../../syntax/digest.ts";
import { type Guards, guardsOf } from "./guards.ts";
import { type FileReads, NAME, type Read, type Required } from "./read.ts";

/** `env::var("X")`, and what is done with the result. */
export function rustReads(source: SourceText): FileReads {
  const { path, text, tree } = source;
  const reads: Read[] = [];
  const dynamic: { path: string; line: number; digest: string }[] = [];
  tree.iterate({
    enter({ node }) {
      if (node.name !== "CallExpression") return;
      const called = text.slice(node.from, node.firstChild?.to);
      if (!/^(?:std::)?env::var(?:_os)?$/.test(called)) return;
      const argument = node.getChild("ArgList")?.getChild("String");
      const line = source.lineAt(node.from);
      if (argument === null || argument === undefined) {
        dynamic.push({ path, line, digest: digestOfText(text) });
        return;
      }
      const rest = text.slice(node.to, outermost(node).to);
      const fallback = /^\s*\.\s*unwrap_or(?:_else)?\s*\([^"]*"((?:[^"\\]|\\.)*)"/.exec(rest)?.[1];
      reads.push({
        name: text.slice(argument.from + 1, argument.to - 1),
        path,
        line,
        required: rustDemand(rest, node, text),
        rule: "read",
        ...(fallback !== undefined && { default: fallback }),
      });
    },
  });
  return { reads, dynamic };
}

/** `unwrap` and `expect` end it; what `?` hands on the caller may well handle. */
function rustDemand(rest: string, node: SyntaxNode, text: string): Required {
  if (/^\s*\.\s*(?:expect|unwrap)\s*\(/.test(rest)) return true;
  if (!/^\s*(?:\.\s*(?:context|map_err|with_context)\s*\([^;]*\)\s*)?\?/.test(rest)) return false;
  let at: SyntaxNode | null = node;
  while (at !== null && at.name !== "FunctionItem") at = at.parent;
  const name = at?.getChild("BoundIdentifier");
  return name !== null && name !== undefined && text.slice(name.from, name.to) === "main" ? true : "perhaps";
}

/** The whole of `env::var("X").unwrap_or(…)` from its innermost call. */
function outermost(node: SyntaxNode): SyntaxNode {
  let at = node;
  while (at.parent !== null && at.parent.from === node.from && at.parent.name.endsWith("Expression")) at = at.parent;
  return at;
}

/** `System.getenv("X")`, `System.getenv().get("X")`, and `getOrDefault`. */
export function javaReads(source: SourceText): FileReads {
  const { path, text, tree } = source;
  const guards = guardsOf(source);
  const reads: Read[] = [];
  const dynamic: { path: string; line: number; digest: string }[] = [];
  tree.iterate({
    enter({ node }) {
      if (node.name !== "MethodInvocation") return;
      const own = text.slice(node.from, node.to);
      if (
        !/^System\.getenv\(\)\s*\.\s*get(?:OrDefault)?\(|^System\.getenv\(\s*[^)\s]/.test(own) ||
        /^System\.getenv\(\)$/.test(own)
      )
        return;
      const match = /^System\.getenv\((?:\)\s*\.\s*get(?:OrDefault)?\()?\s*"([^"]+)"\s*(?:,\s*"([^"]*)")?\s*\)$/.exec(
        own,
      );
      if (match === null) {
        if (/^System\.getenv\(\s*\w+\s*\)$/.test(own))
          dynamic.push({ path, line: source.lineAt(node.from), digest: digestOfText(text) });
        return;
      }
      const fallback = match[2] ?? optionalDefault(node, text);
      reads.push({
        name: match[1] ?? "",
        path,
        line: source.lineAt(node.from),
        required: fallback === undefined && isDemanded(node, source, guards),
        rule: "read",
        ...(fallback !== undefined && { default: fallback }),
      });
    },
  });
  return { reads, dynamic };
}

function wrappedIn(node: SyntaxNode, text: string): string {
  const call = node.parent?.name === "ArgumentList" ? node.parent.parent : null;
  if (call === null || call === undefined) return "";
  return text.slice(call.from, (call.parent?.name === "MethodInvocation" ? call.parent : call).to);
}

/** `Optional.ofNullable(System.getenv("X")).orElse("d")`. */
function optionalDefault(node: SyntaxNode, text: string): string | undefined {
  return /\.orElse\(\s*"([^"]*)"\s*\)$/.exec(wrappedIn(node, text))?.[1];
}

function isDemanded(node: SyntaxNode, source: SourceText, guards: Guards): Required {
  const around = wrappedIn(node, source.text);
  if (/^(?:Objects\.)?requireNonNull\(|\.orElseThrow\(/.test(around)) return true;
  const holder = node.parent?.name === "VariableDeclarator" ? node.parent.getChild("Definition") : null;
  const names = [
    source.text.slice(node.from, node.to),
    ...(holder === null ? [] : [source.text.slice(holder.from, holder.to)]),
  ];
  return guards.demands(names, methodAround(node) ?? source.tree.topNode);
}

function methodAround(node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at !== null; at = at.parent)
    if (/^(?:Method|Constructor)Declaration$/.test(at.name)) return at;
  return undefined;
}

/** `${X:?message}` ends a script, `${X:-default}` goes on; a variable that the script itself sets is its own. */
export function shellReads(path: string, text: string): FileReads {
  const lines = text.split("\n");
  const own = new Set(
    lines.flatMap((line) =>
      [
        ...line.matchAll(
          /(?:^|[;&|(]|\b(?:export|local|declare|readonly|for|read)\s+(?:-\w+\s+)*)\s*([A-Za-z_]\w*)(?==|\s+in\b|$)/g,
        ),
      ].map(([, name = ""]) => name),
    ),
  );
  const reads: Read[] = [];
  for (const [index, line] of lines.entries()) {
    // In single quotes and comments nothing is replaced.
    const code = line.replace(/(?:^|\s)#.*$/, "").replaceAll(/'[^']*'/g, "''");
    for (const [, name = "", operator = "", rest = ""] of code.matchAll(/\$\{([A-Za-z_]\w*)(:?[?=-])([^}]*)\}/g)) {
      const selfSet = new RegExp(`(?:^|\\s|;)(?:export\\s+)?${name}=["']?\\$\\{${name}`).test(code);
      if (own.has(name) && !selfSet) continue;
      const required = operator.endsWith("?");
      const fallback = rest.replaceAll(/^["']|["']$/g, "");
      reads.push({
        name,
        path,
        line: index + 1,
        required,
        rule: "shell",
        ...(!required && fallback !== "" && !fallback.includes("$") && { default: fallback }),
      });
    }
  }
  return { reads, dynamic: [] };
}

/** `.env.example`: what somebody may set, with a word on each. The value is an example and no default. */
export function exampleReads(path: string, text: string): FileReads {
  const reads: Read[] = [];
  let comment: string | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const [, hash, name, rest] = /^\s*(#\s*)?(?:export\s+)?([A-Z_][A-Z\d_]*)\s*=(.*)$/.exec(line) ?? [];
    if (name !== undefined && NAME.test(name)) {
      const aside = /\s#\s*(.+)$/.exec(rest ?? "")?.[1];
      reads.push({ name, path, line: index + 1, required: false, rule: "documented", doc: comment ?? aside });
      if (hash === undefined) comment = undefined;
    } else comment = /^\s*#+\s*(.+?)\s*$/.exec(line)?.[1] ?? undefined;
  }
  return { reads, dynamic: [] };
}

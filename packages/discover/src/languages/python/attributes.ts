/**
 * What a file uses of the modules that it imports whole: the `style` of `import click` and `click.style`.
 *
 * Strings and comments are left out, but not what stands in the braces of formatted strings. A local variable
 * of a module's name is taken for the module: a consumer is said to use a little more than it does, never less.
 */
import type { PythonStatement } from "./scan.ts";

const STRING = String.raw`(?:"""(?:[^\\]|\\[^])*?"""|'''(?:[^\\]|\\[^])*?'''|"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')`;
const TOKEN = new RegExp(
  String.raw`#[^\n]*|(?<![\p{L}\p{N}_])(?:[fFtT][rR]?|[rR][fFtT])(?<formatted>${STRING})|${STRING}|(?<![\p{L}\p{N}_.])(?<chain>[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)`,
  "gu",
);

/** By statement that imports modules whole and by module: the names used of it, `*` where it is used itself. */
export function usedAttributes(
  text: string,
  statements: readonly PythonStatement[],
): ReadonlyMap<PythonStatement, readonly string[]> {
  const whole = statements.filter(({ kind }) => kind === "import");
  if (whole.length === 0) return new Map();
  const locals = new Map(whole.map((one) => [one, localName(text, one)]));
  const roots = new Set([...locals.values()].map((name) => name.split(".")[0] ?? ""));
  const chains = new Set<string>();
  collect(withoutImports(text, statements), roots, chains, 0);
  return new Map([...locals].map(([one, local]) => [one, namesBelow(local, chains)]));
}

function collect(text: string, roots: ReadonlySet<string>, chains: Set<string>, depth: number): void {
  for (const { groups } of text.matchAll(TOKEN)) {
    const chain = groups?.["chain"];
    if (groups?.["formatted"] !== undefined && depth < 5)
      collect(groups["formatted"].slice(1, -1), roots, chains, depth + 1);
    if (chain !== undefined && roots.has(chain.split(".")[0] ?? "")) chains.add(chain);
  }
}

/** The text with the statements themselves blanked: naming a module in its import is no use of it. */
function withoutImports(text: string, statements: readonly PythonStatement[]): string {
  let rest = "";
  let at = 0;
  for (const { start, kind } of statements) {
    if ((kind !== "import" && kind !== "from") || start < at) continue;
    rest += text.slice(at, start);
    at = start + (/^[^\n;]*/.exec(text.slice(start, start + 2000))?.[0].length ?? 0);
  }
  return rest + text.slice(at);
}

function namesBelow(local: string, chains: ReadonlySet<string>): readonly string[] {
  const names = new Set<string>();
  for (const chain of chains) {
    if (chain === local) names.add("*");
    else if (chain.startsWith(`${local}.`)) names.add(chain.slice(local.length + 1).split(".")[0] ?? "*");
  }
  // Imported for what importing it does, or used in a way that is not seen.
  return names.size === 0 ? ["*"] : [...names].sort();
}

/** `c` of `import a.b as c`; without `as` the module's own dotted name. */
function localName(text: string, { start, module }: PythonStatement): string {
  const statement = /^[^\n;#]*/.exec(text.slice(start, start + 2000))?.[0] ?? "";
  const escaped = module.replaceAll(".", String.raw`\s*\.\s*`);
  return (
    new RegExp(String.raw`(?:import|,)\s+${escaped}\s+as\s+([\p{L}_][\p{L}\p{N}_]*)`, "u").exec(statement)?.[1] ??
    module
  );
}

/** How each language reads its environment. */
import type { Language } from "../../syntax/language.ts";
import { callsOf, type Chain, keyword, type Link, positional } from "../../syntax/value.ts";
import type { SyntaxNode } from "@lezer/common";
import type { Access, EnvironmentFile } from "./read.ts";

interface Way {
  /** Cheap test of a text. */
  readonly mentions: RegExp;
  /** An expression that is the whole environment. */
  readonly whole: RegExp;
  /** Whether a name of a module is the whole environment. */
  isEnvironment(module: string, name: string): boolean;
  access(chain: Chain, file: EnvironmentFile): Access | undefined;
}

export const WAYS: Partial<Readonly<Record<Language, Way>>> = {
  javascript: {
    mentions: /\bprocess\b|\bimport\.meta\.env\b|\bDeno\.env\b|\bBun\.env\b/,
    whole: /^(?:globalThis\.)?process\.env$|^import\.meta\.env$|^Bun\.env$/,
    isEnvironment: (module, name) => /^(?:node:)?process$/.test(module) && name === "env",
    access: javascriptAccess,
  },
  python: {
    mentions: /\bgetenv\b|\benviron\b/,
    whole: /^os\.environ(?:\.copy\(\))?$/,
    isEnvironment: (module, name) => module === "os" && name === "environ",
    access: pythonAccess,
  },
  go: {
    mentions: /\bos\.(?:Getenv|LookupEnv)\b|\b(?:env|envconfig):"[A-Z_]/,
    whole: /^$/,
    isEnvironment: () => false,
    access: goAccess,
  },
};

function javascriptAccess({ base, links }: Chain, { aliases }: EnvironmentFile): Access | undefined {
  const names = links.map((link) => (link.kind === "member" ? link.name : ""));
  const offset = base === "globalThis" && names[0] === "process" ? 1 : 0;
  if (aliases.has(base)) return keyOf(links[0]);
  if (base === "Deno" && names[0] === "env" && names[1] === "get") {
    const call = links[2];
    return call?.kind === "call" ? { key: positional(call.args)[0] } : undefined;
  }
  const whole =
    (base === "process" || base === "Bun" || base === "import.meta" || offset === 1) && names[offset] === "env";
  if (!whole) return undefined;
  const access = keyOf(links[offset + 1]);
  // What Vite puts there itself, as its guide says: they are set by the build, not by who runs it.
  const builtIn = base === "import.meta" && /^(?:BASE_URL|DEV|MODE|PROD|SSR)$/.test(names[1] ?? "");
  return builtIn ? undefined : access;
}

function keyOf(link: Link | undefined): Access | undefined {
  if (link?.kind === "member") return { key: link.name };
  return link?.kind === "index" ? { key: link.args[0]?.value } : undefined;
}

/** `os.environ["X"]`, `os.environ.get("X", d)`, `os.getenv("X", d)`, and each of them imported by its name. */
function pythonAccess(chain: Chain, { imports, aliases }: EnvironmentFile): Access | undefined {
  const { base, links } = chain;
  const imported = imports.get(base);
  const [first, second] = links;
  if (imported?.module === "os" && imported.name === "getenv" && first?.kind === "call") return called(chain, 0);
  if (imported?.module === "os" && imported.name === "*" && first?.kind === "member" && first.name === "getenv")
    return called(chain, 1);
  const whole =
    aliases.has(base) || (imported?.module === "os" && first?.kind === "member" && first.name === "environ");
  if (!whole) return undefined;
  const step = aliases.has(base) ? first : second;
  if (step?.kind === "index") return { key: step.args[0]?.value, fails: true };
  if (step?.kind !== "member") return undefined;
  const call = callsOf(chain)[0];
  if (call === undefined || !/^(?:get|pop|setdefault)$/.test(step.name)) return undefined;
  return { key: positional(call.args)[0], fallback: positional(call.args)[1] ?? keyword(call.args, "default") };
}

function called({ links }: Chain, at: number): Access | undefined {
  const link = links[at];
  if (link?.kind !== "call") return undefined;
  const [key, fallback] = positional(link.args);
  return { key, fallback: fallback ?? keyword(link.args, "default") };
}

function goAccess({ base, links }: Chain, { imports }: EnvironmentFile): Access | undefined {
  const [member, call] = links;
  if (imports.get(base)?.module !== "os" || member?.kind !== "member" || call?.kind !== "call") return undefined;
  return member.name === "Getenv" || member.name === "LookupEnv" ? { key: positional(call.args)[0] } : undefined;
}

/** Whether an expression is the whole environment, by itself or by a name that holds it. */
export function isEnvironmentNode(file: EnvironmentFile, node: SyntaxNode): boolean {
  return isWhole(file, node) || file.aliases.has(file.source.text.slice(node.from, node.to));
}

export function isWhole({ source }: Pick<EnvironmentFile, "source">, node: SyntaxNode): boolean {
  return WAYS[source.language]?.whole.test(source.text.slice(node.from, node.to)) === true;
}

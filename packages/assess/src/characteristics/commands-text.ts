/** Scripts that a document calls, and whether the repository has them. */
import type { Document } from "@freehold/model";
import type { ProductContext } from "../context/product-context.ts";

export interface CalledScript {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly exists: boolean;
}

const NPM_OWN = new Set(
  (
    "install i ci add remove rm uninstall update up upgrade exec x dlx create init link unlink publish pack version login logout whoami " +
    "audit outdated list ls why info view config cache dedupe prune rebuild run run-script test start stop restart set get help root bin " +
    "prefix doctor fund owner team token access search star import fetch store patch deploy env setup self-update approve-builds workspaces " +
    "workspace constraints plugin global node licenses bootstrap --version -v -h --help"
  ).split(" "),
);

/** Only what is certain: a script that is named outright, in a repository whose scripts were read. */
export function scriptsCalled(document: Document, context: ProductContext): CalledScript[] {
  const scripts = new Set<string>();
  for (const id of context.portfolio.factsIn(context.product.repositories[0] ?? "")) {
    for (const { scripts: own = {} } of id.manifests) for (const name of Object.keys(own)) scripts.add(name);
  }
  const targets = new Set(context.repositoryFacts?.tasks.flatMap(({ names }) => names) ?? []);
  return document.commands.flatMap(({ text, line }) =>
    text.split(/&&|\|\||;|\|/).flatMap((one): CalledScript[] => {
      const found = calledBy(one.trim());
      if (found === undefined || /[<>{}$*[\]]/.test(found.name)) return [];
      const known = found.runner === "npm" ? scripts : targets;
      // Patterns in Makefiles and scripts of another repository are not seen.
      if (known.size === 0) return [];
      return [{ path: document.path, line, text: one.trim().slice(0, 120), exists: known.has(found.name) }];
    }),
  );
}

function calledBy(command: string): { readonly runner: "npm" | "task"; readonly name: string } | undefined {
  const words = command.split(/\s+/);
  const [program = "", first = "", second = ""] = words;
  // A command for another folder, package or file runs what is defined there.
  if (
    words.some((word) =>
      /^(?:-C|-F|-f|-w|--filter|--workspace|--prefix|--cwd|--dir|--directory|-r|--recursive|--if-present)/.test(word),
    )
  )
    return undefined;
  if (/^(?:npm|pnpm|yarn|bun)$/.test(program)) {
    if (first === "run" || first === "run-script")
      return second === "" || second.startsWith("-") ? undefined : { runner: "npm", name: second };
    // `yarn jest` runs a binary as well as a script, so only plain script names after npm are certain.
    return program === "npm" && /^(?:test|start|stop|restart)$/.test(first)
      ? { runner: "npm", name: first }
      : NPM_OWN.has(first)
        ? undefined
        : undefined;
  }
  if ((program === "make" || program === "just" || program === "task") && /^[a-z][\w-]*$/i.test(first))
    return { runner: "task", name: first };
  return undefined;
}

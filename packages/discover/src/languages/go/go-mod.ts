/** What resolving reads of go.mod: the module's path, what it requires, and replacements by a folder. */
import { folderOf, joinPath } from "../folders.ts";
import type { Configuration } from "../language.ts";

export interface GoMod {
  readonly folder: string;
  readonly module: string;
  readonly requires: readonly string[];
  /** Module path to the folder that stands in for it. */
  readonly replaced: ReadonlyMap<string, string>;
}

interface GoModFacts {
  readonly module: string;
  readonly requires: readonly string[];
  /** Module path and the folder that stands in for it, relative to the file's own. */
  readonly replaced: readonly (readonly [module: string, folder: string])[];
}

/** As it lies in the repository. */
export function goModOf({ path, facts }: Configuration): GoMod {
  const { module, requires, replaced } = facts as GoModFacts;
  const folder = folderOf(path);
  const local = replaced.flatMap(([name, target]) => {
    const at = joinPath(folder, target);
    return at === undefined ? [] : [[name, at] as const];
  });
  return { folder, module, requires, replaced: new Map(local) };
}

export function readGoMod(text: string): GoModFacts {
  const requires: string[] = [];
  const replaced: [string, string][] = [];
  let module = "";
  for (const [directive, ...words] of directives(text)) {
    const [first = ""] = words;
    if (directive === "module") module = first;
    else if (directive === "require") requires.push(first);
    else if (directive === "replace") {
      const target = words[words.indexOf("=>") + 1] ?? "";
      if (/^\.{1,2}(?:\/|$)/.test(target)) replaced.push([first, target]);
    }
  }
  return { module, requires, replaced };
}

/** Words of each directive; those in a block have its name put in front. */
function* directives(text: string): Generator<readonly string[]> {
  let block = "";
  for (const line of text.split("\n")) {
    const words = line.replace(/\/\/.*$/, "").match(/"[^"]*"|`[^`]*`|[^\s"`()]+|[()]/g) ?? [];
    const plain = words.map((word) => word.replace(/^["`](.*)["`]$/, "$1"));
    if (plain.length === 0) continue;
    if (plain[0] === ")") block = "";
    else if (plain[1] === "(") block = plain[0] ?? "";
    else yield block === "" ? plain : [block, ...plain];
  }
}

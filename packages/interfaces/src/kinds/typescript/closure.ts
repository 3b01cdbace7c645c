/**
 * What the shape of an export is made of beyond its own declarations: types that are not exported
 * themselves belong to it, those that are, and those of other packages, are shown by it.
 */
import type { Exported } from "./exported.ts";
import { hashOf } from "./hash.ts";
import type { Linker } from "./link.ts";
import { visitReferences } from "./references.ts";
import type { Declaration } from "./structure.ts";
import { withoutMeta } from "./structure.ts";

export interface Closure {
  /** Of what it refers to and is not exported itself: a change there changes the shape; `` for nothing. */
  readonly hash: string;
  /** Ids of exports, `<module>#<name>` of other packages; `*` where a part has to be inferred. Sorted. */
  readonly shows: readonly string[];
}

interface Looked {
  readonly text: string;
  readonly inferred: boolean;
  readonly next: readonly string[];
}

const EXTERNAL = "external ";

/** By id of the export. What only the compiler can infer depends on every file. */
export function closuresOf(links: Linker, exported: readonly Exported[]): ReadonlyMap<string, Closure> {
  const named = new Map<string, string[]>();
  for (const { id, target } of exported) {
    if (target.kind !== "local") continue;
    const key = `${target.file}#${target.path}`;
    named.set(key, [...(named.get(key) ?? []), id]);
  }
  const look = looker(links);
  return new Map(
    exported.flatMap(({ id, target, declarations }) => {
      if (target.kind !== "local" || declarations.length === 0) return [];
      return [[id, closureOf(`${target.file}#${target.path}`, named, look, links.library.hash)] as const];
    }),
  );
}

function closureOf(
  self: string,
  named: ReadonlyMap<string, readonly string[]>,
  look: (key: string) => Looked,
  everything: string,
): Closure {
  const own = look(self);
  const seen = new Set<string>();
  const shows = new Set<string>(own.inferred ? ["*"] : []);
  const texts: string[] = own.inferred ? [everything] : [];
  const queue = [...own.next];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (seen.has(key) || key === self) continue;
    seen.add(key);
    const ids = named.get(key);
    if (ids !== undefined) for (const id of ids) shows.add(id);
    else if (key.startsWith(EXTERNAL)) {
      texts.push(key);
      shows.add(key.slice(EXTERNAL.length));
    } else {
      const inner = look(key);
      texts.push(inner.text + (inner.inferred ? everything : ""));
      if (inner.inferred) shows.add("*");
      queue.push(...inner.next);
    }
  }
  return { hash: texts.length === 0 ? "" : hashOf(texts.sort().join()), shows: [...shows].sort() };
}

/** Looks at each declaration once. */
function looker(links: Linker): (key: string) => Looked {
  const direct = new Map<string, Looked>();
  return (key) => {
    const known = direct.get(key);
    if (known !== undefined) return known;
    const at = key.lastIndexOf("#");
    const [file, path] = [key.slice(0, at), key.slice(at + 1)];
    const declarations = links.declarations(file, path);
    const found = {
      text: declarationsHash(declarations),
      inferred: declarations.some((declaration) => declaration.inferred === true),
      next: referencesOf(declarations, file, path, links),
    };
    direct.set(key, found);
    return found;
  };
}

function referencesOf(declarations: readonly Declaration[], file: string, path: string, links: Linker): string[] {
  const next = new Set<string>();
  for (const declaration of declarations) {
    visitReferences(declaration, 1, (ref) =>
      collect(ref, (name) => {
        const target = links.resolve(file, path, name);
        if (target.kind === "local") next.add(`${target.file}#${target.path}`);
        else if (target.kind === "external") next.add(`${EXTERNAL}${target.from}#${target.name}`);
      }),
    );
  }
  return [...next];
}

function collect(
  ref: { readonly name: string; readonly args?: readonly (readonly { readonly name: string }[])[] },
  found: (name: string) => void,
): void {
  found(ref.name);
  for (const list of ref.args ?? []) for (const inner of list) collect(inner, found);
}

/** Hash of declarations, from those that the digest made. */
export function declarationsHash(declarations: readonly Declaration[]): string {
  return declarations
    .map((declaration) => declaration.meta?.hash ?? hashOf(JSON.stringify(withoutMeta(declaration))))
    .join();
}

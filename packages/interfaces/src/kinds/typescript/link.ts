/** What names mean: exports through re-exports, and references from inside a declaration. */
import type { Library } from "./library.ts";
import type { Declaration, Declarations } from "./structure.ts";

/** Where a name leads. `path` is the name inside the file, through namespaces: `A.B`. */
export type Target =
  | { readonly kind: "local"; readonly file: string; readonly path: string; readonly typeOnly?: true }
  /** A whole module of this library. */
  | { readonly kind: "module"; readonly file: string; readonly typeOnly?: true }
  | { readonly kind: "external"; readonly from: string; readonly name: string; readonly typeOnly?: true }
  /** Not declared here: a global of the language, or an unknown name. */
  | { readonly kind: "global"; readonly name: string };

interface Linked {
  readonly exports: ReadonlyMap<string, Target>;
  /** Modules outside that are re-exported whole. */
  readonly externalStars: readonly string[];
}

export interface Linker {
  readonly library: Library;
  exportsOf(file: string): Linked;
  /** What a dotted name means inside `scope` (the path of the enclosing declaration) of a file. */
  resolve(file: string, scope: string, name: string): Target;
  declarations(file: string, path: string): readonly Declaration[];
}

/** Answers questions about names, each once. */
export function linker(library: Library): Linker {
  const linked = new Map<string, Linked>();
  const busy = new Set<string>();

  function exportsOf(file: string): Linked {
    const known = linked.get(file);
    if (known !== undefined) return known;
    const found = library.files.get(file);
    if (found === undefined || busy.has(file)) return { exports: new Map(), externalStars: [] };
    busy.add(file);
    const exports = new Map<string, Target>();
    const externalStars = new Set<string>();
    const { digest, modules } = found;
    for (const item of digest.exports) {
      const target =
        item.from === undefined ? local(file, item.local) : imported(modules[item.from], item.from, item.local);
      exports.set(
        item.name,
        item.typeOnly === true && target.kind !== "global" ? { ...target, typeOnly: true } : target,
      );
    }
    if (digest.exportEquals !== undefined) exports.set("export=", local(file, digest.exportEquals));
    for (const from of digest.stars) {
      const path = modules[from];
      if (path === undefined) externalStars.add(from);
      else {
        const inner = exportsOf(path);
        for (const [name, target] of inner.exports)
          if (name !== "default" && name !== "export=" && !exports.has(name)) exports.set(name, target);
        for (const name of inner.externalStars) externalStars.add(name);
      }
    }
    busy.delete(file);
    const result = { exports, externalStars: [...externalStars] };
    // Inside a cycle of re-exports the answer is partial, so it is kept only at the outermost call.
    if (busy.size === 0) linked.set(file, result);
    return result;
  }

  function imported(path: string | undefined, from: string, name: string): Target {
    if (path === undefined) return { kind: "external", from, name };
    if (name === "*") return { kind: "module", file: path };
    const exports = exportsOf(path).exports;
    const target =
      exports.get(name === "=" ? "export=" : name) ??
      (name === "default" || name === "=" ? exports.get("export=") : undefined);
    if (target !== undefined) return target;
    if (name === "=") return { kind: "module", file: path };
    const outside = exportsOf(path).externalStars[0];
    return outside === undefined
      ? { kind: "global", name: `${path}#${name}` }
      : { kind: "external", from: outside, name };
  }

  function local(file: string, name: string): Target {
    const found = library.files.get(file);
    if (own(found?.digest.declarations, name).length > 0) return { kind: "local", file, path: name };
    const via =
      found !== undefined && Object.hasOwn(found.digest.imports, name) ? found.digest.imports[name] : undefined;
    if (found === undefined || via === undefined) return { kind: "global", name };
    const target = imported(found.modules[via.from], via.from, via.name);
    return via.typeOnly === true && target.kind !== "global" ? { ...target, typeOnly: true } : target;
  }

  function resolve(file: string, scope: string, name: string): Target {
    const dynamic = !name.startsWith("import(") ? null : /^import\("(.*?)"\)(?:\.(.*))?$/.exec(name);
    if (dynamic !== null) {
      const from = dynamic[1] ?? "";
      const path = library.files.get(file)?.modules[from];
      const [head, ...rest] = (dynamic[2] ?? "").split(".");
      if (head === undefined || head === "")
        return path === undefined ? { kind: "external", from, name: "*" } : { kind: "module", file: path };
      return step(imported(path, from, head), rest);
    }
    if (!name.includes(".") && !scope.includes(".")) return inScope(file, scope, name);
    const [root = name, ...rest] = name.split(".");
    const scopes = scope === "" ? [] : scope.split(".");
    for (let depth = scopes.length; depth > 0; depth--) {
      const path = [...scopes.slice(0, depth), root].join(".");
      if (declarations(file, path).length > 0) return step({ kind: "local", file, path }, rest);
    }
    return step(local(file, root), rest);
  }

  /** The plain case: one name, and no namespace around it unless the scope is one. */
  function inScope(file: string, scope: string, name: string): Target {
    const around = scope === "" ? [] : declarations(file, scope);
    const inner = around.some((item) => item.kind === "namespace" && own(item.declarations, name).length > 0);
    return inner ? { kind: "local", file, path: `${scope}.${name}` } : local(file, name);
  }

  function step(target: Target, rest: readonly string[]): Target {
    let at = target;
    for (const name of rest) {
      if (at.kind === "module") at = imported(at.file, at.file, name);
      else if (at.kind === "local") {
        const path = `${at.path}.${name}`;
        if (declarations(at.file, path).length === 0) return at;
        at = { ...at, path };
      } else if (at.kind === "external") at = { ...at, name: `${at.name}.${name}` };
      else at = { kind: "global", name: `${at.name}.${name}` };
    }
    return at;
  }

  function declarations(file: string, path: string): readonly Declaration[] {
    if (!path.includes(".")) return own(library.files.get(file)?.digest.declarations, path);
    const [root = path, ...rest] = path.split(".");
    let found: readonly Declaration[] = own(library.files.get(file)?.digest.declarations, root);
    for (const name of rest)
      found = found.flatMap((item) => (item.kind === "namespace" ? own(item.declarations, name) : []));
    return found;
  }

  return { library, exportsOf, resolve, declarations };
}

function own(declarations: Declarations | undefined, name: string): readonly Declaration[] {
  return declarations !== undefined && Object.hasOwn(declarations, name) ? (declarations[name] ?? []) : [];
}

/** Every name that a library exports, with its declarations: namespaces and whole modules opened. */
import type { Linker, Target } from "./link.ts";
import type { Declaration } from "./structure.ts";

export interface Exported {
  /** `<subpath>#<name>`, with `.` between a namespace and its member. */
  readonly id: string;
  readonly subpath: string;
  /** Name behind the `#`. */
  readonly name: string;
  readonly target: Target;
  readonly declarations: readonly Declaration[];
  readonly typeOnly: boolean;
}

const DEPTH = 4;

/** The exports of every entry point, sorted by id. */
export function exportedNames(linker: Linker): readonly Exported[] {
  const found = new Map<string, Exported>();
  for (const { subpath, file } of linker.library.entries) {
    if (file === undefined) continue;
    const { exports, externalStars } = linker.exportsOf(file);
    for (const [name, target] of exports) open(linker, subpath, name, target, false, DEPTH, found);
    for (const from of externalStars) {
      const name = `* from ${from}`;
      found.set(`${subpath}#${name}`, {
        id: `${subpath}#${name}`,
        subpath,
        name,
        target: { kind: "external", from, name: "*" },
        declarations: [],
        typeOnly: false,
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function open(
  linker: Linker,
  subpath: string,
  name: string,
  target: Target,
  outerTypeOnly: boolean,
  depth: number,
  found: Map<string, Exported>,
): void {
  const id = `${subpath}#${name}`;
  const typeOnly = outerTypeOnly || (target.kind !== "global" && target.typeOnly === true);
  const declarations = target.kind === "local" ? linker.declarations(target.file, target.path) : [];
  found.set(id, { id, subpath, name, target, declarations, typeOnly });
  if (depth === 0) return;
  if (target.kind === "module") {
    for (const [inner, next] of linker.exportsOf(target.file).exports)
      open(linker, subpath, `${name}.${inner}`, next, typeOnly, depth - 1, found);
  }
  if (target.kind !== "local") return;
  for (const declaration of declarations) {
    if (declaration.kind !== "namespace") continue;
    for (const inner of Object.keys(declaration.declarations)) {
      open(
        linker,
        subpath,
        `${name}.${inner}`,
        { ...target, path: `${target.path}.${inner}` },
        typeOnly,
        depth - 1,
        found,
      );
    }
  }
}

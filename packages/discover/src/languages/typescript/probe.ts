/** From the path that an import names to the source file that it means. */
import { joinPath } from "../folders.ts";

const EXTENSIONS = [
  ".ts",
  ".tsx",
  ".d.ts",
  ".js",
  ".jsx",
  ".mjs",
  ".cjs",
  ".mts",
  ".cts",
  ".json",
  ".vue",
  ".svelte",
  ".astro",
  ".node",
];

/** TypeScript sources are imported by the name of the JavaScript that they become. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx", ".d.ts", ".jsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts", ".d.mts"],
  ".cjs": [".cts", ".d.cts"],
};

/** The file at `path`, with the endings that a compiler or bundler tries. */
export function probe(has: (path: string) => boolean, path: string): string | undefined {
  if (has(path)) return path;
  const ending = /\.[cm]?jsx?$/.exec(path)?.[0];
  for (const extension of ending === undefined ? [] : (SOURCES[ending] ?? [])) {
    const source = path.slice(0, -(ending?.length ?? 0)) + extension;
    if (has(source)) return source;
  }
  return (
    (path === "" ? undefined : withExtension(has, path)) ?? withExtension(has, path === "" ? "index" : `${path}/index`)
  );
}

function withExtension(has: (path: string) => boolean, path: string): string | undefined {
  for (const extension of EXTENSIONS) if (has(path + extension)) return path + extension;
  return undefined;
}

/**
 * The source of a built file: manifests point at `dist/x.js` or `lib/x.js`, which isn't committed,
 * while `src/x.ts` is. Looked for below `src` and beside it, the build's own folders left out.
 */
export function probeBuilt(has: (path: string) => boolean, unitPath: string, target: string): string | undefined {
  const direct = probe(has, target);
  if (direct !== undefined) return direct;
  const inside = unitPath === "" ? target : target.slice(unitPath.length + 1);
  const parts = inside.replace(/\.d\.([cm]?)ts$/, ".$1js").split("/");
  for (let skip = 1; skip <= Math.min(parts.length, 3); skip++) {
    for (const root of ["src", "source", "lib", ""]) {
      const path = joinPath(unitPath, [root, ...parts.slice(skip)].join("/"));
      const found = path === undefined ? undefined : probe(has, path);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

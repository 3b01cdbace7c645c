import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "typescript",
  title: "TypeScript / JavaScript library",
  version: 5,
  looksAt: (path) => /\.[cm]?[jt]sx?$|(?:^|\/)(?:package\.json|tsconfig[^/]*\.json|[^/.]+)$/.test(path),
  tellsWhatItShows: true,
  everyones: (id) => id === "package" || id.startsWith("engine#") || id.startsWith("peer#"),
  named: ({ id, from, symbol }) => {
    const name = /^pkg:npm\/(.+)$/.exec(id)?.[1];
    if (name === undefined) return undefined;
    const subpath = subpathOf(decodeURIComponent(name), from);
    if (symbol === "*") return { id: subpath, whole: true };
    // Of `export = lamp` the names are members of what is exported, and the default is all of it.
    const member = symbol === "default" ? "export=" : `export=.${symbol}`;
    return { id: `${subpath}#${symbol}`, or: `${subpath}#${member}`, whole: false };
  },
};

/** `./x` of `package/x`; an import by a path of the file system is no entry, and keeps its path. */
function subpathOf(name: string, from: string): string {
  if (from === name) return ".";
  return from.startsWith(`${name}/`) ? `.${from.slice(name.length)}` : from;
}

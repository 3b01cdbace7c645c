import type { AboutKind } from "../../kind.ts";
import { insideModule } from "./inside-module.ts";

export const about: AboutKind = {
  id: "go",
  title: "Go module",
  version: 3,
  looksAt: (path) => path.endsWith(".go") || /(?:^|\/)go\.mod$/.test(path),
  everyones: (id) => id === "module",
  named: ({ id, from, symbol }) => {
    const module = /^pkg:golang\/(.+)$/.exec(id)?.[1];
    if (module === undefined) return undefined;
    const path = insideModule(decodeURIComponent(module), from) ?? from;
    return symbol === "*" ? { id: path, whole: true } : { id: `${path}#${symbol}`, whole: false };
  },
};

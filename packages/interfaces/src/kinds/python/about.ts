import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "python",
  title: "Python distribution",
  version: 3,
  everyones: (id) => id.startsWith("requires#"),
  named: ({ id, from, symbol }) => {
    if (!id.startsWith("pkg:pypi/")) return undefined;
    if (symbol === "*") return { id: from, whole: true };
    return { id: `${from}#${symbol}`, whole: false, or: `${from}.${symbol}` };
  },
};

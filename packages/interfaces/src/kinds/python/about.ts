import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "python",
  title: "Python distribution",
  version: 6,
  looksAt: (path) =>
    /\.pyi?$|(?:^|\/)(?:pyproject\.toml|setup\.cfg|py\.typed|package\.json|go\.mod|Cargo\.toml|pom\.xml)$/.test(path),
  everyones: (id) => id.startsWith("requires#"),
  named: ({ id, from, symbol }) => {
    if (!id.startsWith("pkg:pypi/")) return undefined;
    if (symbol === "*") return { id: from, whole: true };
    return { id: `${from}#${symbol}`, whole: false, or: `${from}.${symbol}` };
  },
};

import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "json-schema",
  title: "JSON Schema",
  version: 1,
  looksAt: (path) => /\.(?:ya?ml|json)$/i.test(path),
};

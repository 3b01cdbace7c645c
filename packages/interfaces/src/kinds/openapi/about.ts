import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "openapi",
  title: "HTTP API",
  version: 3,
  looksAt: (path) => /\.(?:ya?ml|json)$/i.test(path),
};

import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "asyncapi",
  title: "event-driven API",
  version: 2,
  looksAt: (path) => /\.(?:ya?ml|json)$/i.test(path),
};

import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "rust",
  title: "Rust library",
  version: 5,
  looksAt: (path) => path.endsWith(".rs") || /(?:^|\/)Cargo\.toml$/.test(path),
};

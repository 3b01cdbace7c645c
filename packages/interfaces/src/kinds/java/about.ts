import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "java",
  title: "Java library",
  version: 3,
  looksAt: (path) => path.endsWith(".java"),
};

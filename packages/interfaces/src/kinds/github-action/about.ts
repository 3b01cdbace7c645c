import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "github-action",
  title: "GitHub Action",
  version: 3,
  looksAt: (path) => /(?:^|\/)(?:action|\.github\/workflows\/[^/]+)\.ya?ml$/.test(path),
};

import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "helm",
  title: "Helm chart",
  version: 1,
  looksAt: (path) => /(?:^|\/)(?:Chart\.ya?ml|values\.ya?ml|values\.schema\.json)$/.test(path),
};

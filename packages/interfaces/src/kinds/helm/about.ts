import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "helm",
  title: "Helm chart",
  version: 1,
};

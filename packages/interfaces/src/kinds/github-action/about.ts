import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "github-action",
  title: "GitHub Action",
  version: 3,
};

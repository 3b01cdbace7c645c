import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "terraform",
  title: "Terraform module",
  version: 2,
  looksAt: (path) => /\.(?:tf|tofu)$/.test(path),
};

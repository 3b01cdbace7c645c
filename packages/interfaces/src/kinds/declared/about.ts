import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "declared",
  title: "declared in the charter",
  version: 1,
};

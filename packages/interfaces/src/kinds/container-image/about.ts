import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "container-image",
  title: "container image",
  version: 2,
};

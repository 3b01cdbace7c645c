import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "cli",
  title: "command line",
  version: 2,
};

import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "environment",
  title: "environment variables",
  version: 3,
};

import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "openapi",
  title: "HTTP API",
  version: 2,
};

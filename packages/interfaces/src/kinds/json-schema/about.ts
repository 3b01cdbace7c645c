import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "json-schema",
  title: "JSON Schema",
  version: 1,
};

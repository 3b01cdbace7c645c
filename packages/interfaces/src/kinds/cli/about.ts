import type { AboutKind } from "../../kind.ts";
import { languageOf } from "../../syntax/language.ts";
import { MANIFESTS } from "./manifests.ts";

export const about: AboutKind = {
  id: "cli",
  title: "command line",
  version: 3,
  looksAt: (path) =>
    languageOf(path) !== undefined || MANIFESTS.some((name) => name === path.slice(path.lastIndexOf("/") + 1)),
};

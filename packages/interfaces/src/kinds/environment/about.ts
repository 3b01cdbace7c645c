import type { AboutKind } from "../../kind.ts";
import { languageOf } from "../../syntax/language.ts";
import { EXAMPLE, SHELL } from "./files.ts";

export const about: AboutKind = {
  id: "environment",
  title: "environment variables",
  version: 4,
  looksAt: (path) =>
    languageOf(path) !== undefined || EXAMPLE.test(path) || SHELL.test(path) || /(?:^|\/)Cargo\.toml$/.test(path),
};

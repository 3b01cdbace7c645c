/**
 * Container images as their Dockerfile declares them: ports, entry point, environment, volumes, user.
 *
 * Source: the Dockerfile reference (docs.docker.com) and the OCI image configuration, whose fields these
 * instructions fill. docs/interfaces-container-image.md states the rules.
 */
import type { InterfaceKind } from "../../kind.ts";
import { compareById } from "../../promise.ts";
import { about } from "./about.ts";
import { extract } from "./extract.ts";
import { rules } from "./rules.ts";

export const containerImage: InterfaceKind = {
  ...about,
  find: ({ paths }) => paths.filter(about.looksAt),
  extract,
  compare: (before, after) => compareById(rules, before, after),
};

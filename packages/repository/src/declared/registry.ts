/** Every format of ownership files. Where two share a file name the first that recognises the text reads it. */
import { backstageCatalog } from "./formats/backstage-catalog.ts";
import { charter } from "./formats/charter.ts";
import { codeownersGithub } from "./formats/codeowners-github.ts";
import { codeownersGitlab } from "./formats/codeowners-gitlab.ts";
import { componentOwners } from "./formats/component-owners.ts";
import { debianControl } from "./formats/debian-control.ts";
import { gentooMetadata } from "./formats/gentoo-metadata.ts";
import { kubernetesAliases } from "./formats/kubernetes-aliases.ts";
import { kubernetesOwners } from "./formats/kubernetes-owners.ts";
import { maintainers } from "./formats/maintainers.ts";
import type { DeclaredFormat } from "./rule.ts";

export const declaredFormats: readonly DeclaredFormat[] = [
  charter,
  codeownersGitlab,
  codeownersGithub,
  kubernetesOwners,
  kubernetesAliases,
  componentOwners,
  gentooMetadata,
  backstageCatalog,
  maintainers,
  debianControl,
];

/** Raise it when a format says something else of the same file: what files say is cached. */
export const DECLARED_VERSION = 1;

/** Whether a path is a catalog, which declares what there is and not only who owns it. */
export function isCatalog(path: string): boolean {
  return backstageCatalog.matches(path);
}

/** Whether a path can hold declared owners, by its name and place. */
export function isOwnershipFile(path: string): boolean {
  return declaredFormats.some((format) => format.matches(path));
}

/** What a module is called: by the registry's convention for names of repositories, or by its place. */
import type { Identifier } from "@freehold/model";
import { identifyPackage, identifyPlace } from "../reading/identify.ts";

/** `<owner>/<name>/<provider>` of a repository `…/<owner>/terraform-<provider>-<name>`. */
export function registryName(repository: string): string | undefined {
  const match = /(?:^|\/)([^/]+)\/terraform-([a-z0-9]+)-([\w-]+)$/.exec(repository.replace(/\.git$/, ""));
  return match === null ? undefined : `${match[1]}/${match[3]}/${match[2]}`;
}

/** By the registry's convention, or the place. */
export function identityOf(
  repository: string,
  folder: string,
): { readonly id: Identifier; readonly published: boolean } {
  const name = registryName(repository);
  const inside = folder === "" || /^modules\/[^/]+$/.test(folder);
  const id =
    name === undefined || !inside
      ? undefined
      : identifyPackage("terraform", folder === "" ? name : `${name}/${folder}`);
  return id === undefined ? { id: identifyPlace(repository, folder), published: false } : { id, published: true };
}

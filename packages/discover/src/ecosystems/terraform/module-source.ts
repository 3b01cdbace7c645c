/** Where a module's `source` points. https://developer.hashicorp.com/terraform/language/modules/sources */
import type { Identifier } from "@freehold/model";
import { identifyPackage, identifyPlace } from "../reading/identify.ts";
import { resolveIn } from "../reading/paths.ts";
import { identityOf, registryName } from "./identity.ts";

export interface ModuleSource {
  readonly id: Identifier;
  /** The branch, tag or commit of a repository. */
  readonly ref?: string;
}

/** Undefined for archives and buckets, which name nothing that a repository provides. */
export function moduleSource(source: string, folder: string, repository: string): ModuleSource | undefined {
  if (/^\.\.?\//.test(source)) {
    const target = resolveIn(folder, source);
    return target === undefined ? undefined : { id: identityOf(repository, target).id };
  }
  return fromRegistry(source) ?? fromGit(source);
}

/** `acme/vpc/aws`, `app.terraform.io/acme/vpc/aws//modules/x`. */
function fromRegistry(source: string): ModuleSource | undefined {
  const match = /^(?:[\w-]+(?:\.[\w-]+)+\/)?([\w-]+\/[\w-]+\/[a-z0-9]+)(?:\/\/([\w./-]+))?$/.exec(source);
  if (match === null || /^(?:github\.com|bitbucket\.org|gitlab\.com)\//.test(source)) return undefined;
  const [, name = "", inside] = match;
  const id = identifyPackage("terraform", inside === undefined ? name : `${name}/${inside.replace(/\/+$/, "")}`);
  return id === undefined ? undefined : { id };
}

/** `git::https://host/owner/name.git//folder?ref=v1`, `git@host:owner/name`, `github.com/owner/name//folder`. */
function fromGit(source: string): ModuleSource | undefined {
  const match =
    /^(?:git::)?(?:(?:https?|ssh|git):\/\/)?(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+)[/:]((?:[\w.-]+\/)+?[\w.-]+?)(?:\.git)?(?:\/\/([\w./-]+))?(?:\?(.*))?$/.exec(
      source,
    );
  if (match === null || !(source.startsWith("git") || source.includes(".git"))) return undefined;
  const [, host = "", path = "", inside = "", query = ""] = match;
  const ref = /(?:^|&)ref=([^&]+)/.exec(query)?.[1];
  const repository = `${host}/${path}`;
  const id =
    registryName(repository) === undefined ? identifyPlace(repository, inside) : identityOf(repository, inside).id;
  return { id, ...(ref !== undefined && { ref }) };
}

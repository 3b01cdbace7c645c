/** Identifiers from names that a manifest writes; nothing for a name that can't be one. */
import { type Identifier, packageIdentifier } from "@freehold/model";

/** The package URL of a name; undefined where the name is empty or not text. */
export function identifyPackage(type: string, name: string): Identifier | undefined {
  const trimmed = name.trim();
  if (trimmed === "" || trimmed.endsWith("/") || !trimmed.isWellFormed()) return undefined;
  return packageIdentifier(type, trimmed);
}

/** The identifier of something without a name of its own: its place in the repository. */
export function identifyPlace(repository: string, path: string): Identifier {
  return `unit:${escapeName(path === "" ? repository : `${repository}/${path}`)}`;
}

/** The identifier of a git repository, from `host/owner/name`. */
export function identifyRepository(id: string): Identifier {
  return `repo:${escapeName(id)}`;
}

/** The identifier of an interface description, `api:<kind>/<name>`. */
export function identifyApi(kind: string, name: string): Identifier {
  return `api:${kind}/${escapeName(name)}`;
}

function escapeName(name: string): string {
  return name.toWellFormed().replaceAll(/[\s%]/g, encodeURIComponent);
}

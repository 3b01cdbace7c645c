/** Facts of a group of places: id, other names, folders. */
import type { GroupedRepository } from "../grouping/group-repository.ts";
import { idFromFounding, idFromName, oldestFounding } from "../identity.ts";

export function groupId({ facts, described }: GroupedRepository, members: readonly number[], name: string): string {
  const manifests = members.flatMap(
    (member) => described.places[member]?.units.flatMap((unit) => unit.manifest ?? []) ?? [],
  );
  const founding = oldestFounding(manifests.flatMap((path) => described.history?.founding.get(path) ?? []));
  return founding === undefined ? idFromName(facts.repository, name) : idFromFounding(founding);
}

export function aliasesOf({ described }: GroupedRepository, members: readonly number[]): string[] {
  const names = members.flatMap((member) =>
    (described.places[member]?.units ?? []).flatMap((unit) => [
      unit.name,
      ...unit.provides.map((provide) => provide.id),
    ]),
  );
  return [...new Set(names)].slice(0, 100);
}

export function pathsOf({ facts, described }: GroupedRepository, members: readonly number[]): string[] {
  const folders = members.flatMap((member) => described.places[member]?.folder ?? []).sort();
  // A folder inside another of the same product adds nothing.
  const outer = folders.filter(
    (folder) => !folders.some((other) => other !== folder && other !== "" && folder.startsWith(`${other}/`)),
  );
  return outer.map((folder) => `${facts.repository}:${folder}`);
}

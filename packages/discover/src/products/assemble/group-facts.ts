/** Facts of a group of places: id, other names, folders. */
import type { GroupedRepository } from "../grouping/group-repository.ts";
import { idFromName, idFromPlace } from "../identity.ts";

/** Of the unit that leads the group; what joins it later doesn't change it. Without a manifest the name has to do. */
export function groupId({ facts, described }: GroupedRepository, lead: number | undefined, name: string): string {
  const manifest = lead === undefined ? undefined : described.places[lead]?.lead.manifest;
  if (manifest === undefined) return idFromName(facts.repository, name);
  const founding = described.history?.founding.get(manifest);
  if (founding === undefined) return idFromPlace(facts.repository, manifest);
  const isEldest = described.history?.eldest.get(founding.path) === founding.commit;
  return idFromPlace(facts.repository, founding.path, isEldest ? "" : founding.commit);
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

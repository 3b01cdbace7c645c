/** The members of a class, those of its ancestors too. */
import { isPublicMember } from "./elements.ts";
import type { PyClass, PyName } from "./model.ts";
import type { World } from "./world.ts";

export interface Side<T extends PyName = PyName> {
  /** Where it is defined. */
  readonly id: string;
  readonly entry: T;
}

export interface Member extends Side {
  readonly owner: string;
}

/** Public members, those of ancestors too; the nearest wins. */
export function membersOf(world: World, { id, entry }: Side<PyClass>): ReadonlyMap<string, Member> {
  const found = new Map<string, Member>();
  for (const [owner, one] of world.lineage(id, entry).own)
    for (const [name, member] of Object.entries(one.members))
      if (isPublicMember(name) && member.kind !== "import" && !found.has(name))
        found.set(name, { id: `${owner}.${name}`, entry: member, owner });
  return found;
}

export function isAbstract(entry: PyName): boolean {
  return (
    (entry.kind === "function" && entry.abstract) || (entry.kind === "attribute" && entry.property?.abstract === true)
  );
}

/** Private ones count, too: who derives must define them. */
export function abstractIn(world: World, { id, entry }: Side<PyClass>): ReadonlyMap<string, string> {
  const seen = new Set<string>();
  const found = new Map<string, string>();
  for (const [owner, one] of world.lineage(id, entry).own)
    for (const [name, member] of Object.entries(one.members)) {
      if (!seen.has(name) && isAbstract(member)) found.set(name, owner);
      seen.add(name);
    }
  return found;
}

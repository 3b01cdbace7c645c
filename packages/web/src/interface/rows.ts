/** Entries as the list shows them: by unit and kind, the members of a class or type below it once it is opened. */
import type { InterfaceUnit } from "@freehold/model";
import type { Entry } from "./entry.ts";

export type InterfaceRow =
  | { readonly type: "unit"; readonly key: string; readonly unit: InterfaceUnit; readonly entries: readonly Entry[] }
  /** Without a kind: names that no interface declares. */
  | {
      readonly type: "kind";
      readonly key: string;
      readonly kind: string | undefined;
      /** Kind of the interface, where the unit has several. */
      readonly of: string | undefined;
      readonly count: number;
    }
  | {
      readonly type: "entry";
      readonly key: string;
      readonly entry: Entry;
      readonly members: number;
      readonly depth: 0 | 1;
    };

export interface RowOptions {
  /** A filter holds: members that fit stand for themselves, as what they belong to may not fit. */
  readonly flat: boolean;
  readonly opened: ReadonlySet<string>;
}

/** `all` are those of the whole product, from which each unit's figures are; `shown` fit the filter. */
export function rowsOf(all: readonly Entry[], shown: readonly Entry[], options: RowOptions): readonly InterfaceRow[] {
  const everything = Map.groupBy(all, ({ unit }) => unit);
  return [...Map.groupBy(shown, ({ unit }) => unit)].flatMap(([unit, entries]) => [
    { type: "unit" as const, key: unit.id, unit, entries: everything.get(unit) ?? [] },
    ...kindRows(unit, entries, options),
  ]);
}

function kindRows(unit: InterfaceUnit, entries: readonly Entry[], { flat, opened }: RowOptions): InterfaceRow[] {
  const members = flat ? new Map<Entry, Entry[]>() : membersOf(entries);
  const inside = new Set([...members.values()].flat());
  const groups = Map.groupBy(
    entries.filter((entry) => !inside.has(entry)),
    ({ element }) => (element === undefined ? undefined : `${element.interface} ${element.kind}`),
  );
  const sorted = [...groups].sort(
    ([a, one], [b, other]) => Number(b === undefined) - Number(a === undefined) || other.length - one.length,
  );
  const several = new Set(unit.elements.map((element) => element.interface)).size > 1;
  return sorted.flatMap(([group, list]) => [
    kindRow(`${unit.id} kind ${group ?? ""}`, list, several),
    ...list.flatMap((entry) => {
      const below = members.get(entry) ?? [];
      return [row(entry, below.length, 0), ...(opened.has(entry.key) ? below.map((member) => row(member, 0, 1)) : [])];
    }),
  ]);
}

function kindRow(key: string, list: readonly Entry[], several: boolean): InterfaceRow {
  const element = list[0]?.element;
  return { type: "kind", key, kind: element?.kind, of: several ? element?.interface : undefined, count: list.length };
}

function row(entry: Entry, members: number, depth: 0 | 1): InterfaceRow {
  return { type: "entry", key: entry.key, entry, members, depth };
}

/** A member is called after what it belongs to: `Query.prototype.fetch` is one of `Query`. */
function membersOf(entries: readonly Entry[]): Map<Entry, Entry[]> {
  const byName = new Map<string, Entry>();
  for (const entry of entries) if (entry.element !== undefined) byName.set(nameIn(entry, entry.name), entry);
  const members = new Map<Entry, Entry[]>();
  for (const entry of entries) {
    const owner = entry.element === undefined ? undefined : ownerOf(entry, byName);
    if (owner === undefined) continue;
    const known = members.get(owner);
    if (known === undefined) members.set(owner, [entry]);
    else known.push(entry);
  }
  return members;
}

/** The outermost: a member of a member is listed with it. */
function ownerOf(entry: Entry, byName: ReadonlyMap<string, Entry>): Entry | undefined {
  for (let dot = entry.name.indexOf(".", 1); dot > 0; dot = entry.name.indexOf(".", dot + 1)) {
    const owner = byName.get(nameIn(entry, entry.name.slice(0, dot)));
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function nameIn({ element }: Entry, name: string): string {
  return `${element?.interface ?? ""} ${name}`;
}

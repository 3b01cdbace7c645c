/**
 * Elements that are gone in one place and new in another of the same repository: the old name no longer resolves, which
 * breaks as before, but who is hit is told where it is now.
 */
import type { InterfaceChange, UnitDiff } from "@freehold/model";
import type { KindChanges } from "../interfaces/job.ts";
import type { KnownElement } from "../interfaces/read-kind.ts";

export interface Moves {
  /** What a unit has no more and what it has now; every unit before any is told. Linear in its elements. */
  note(unit: string, kinds: readonly KindChanges[]): void;
  /** Told only where one element went and one came with its name, kind and shape. */
  tell(unit: UnitDiff): UnitDiff;
}

interface Place {
  readonly unit: string;
  readonly id: string;
}

export function openMoves(): Moves {
  const went = new Map<string, Place[]>();
  const came = new Map<string, Place[]>();
  /** By unit and id, what is known of those that went. */
  const keys = new Map<string, string>();

  function arrivalOf(unit: string, { effect, element }: InterfaceChange): Place | undefined {
    const key = effect === "removed" ? keys.get(`${unit} ${element}`) : undefined;
    if (key === undefined || went.get(key)?.length !== 1) return undefined;
    const [arrival, ...others] = came.get(key) ?? [];
    return others.length > 0 ? undefined : arrival;
  }

  return {
    note(unit, kinds) {
      for (const { kind, before, after } of kinds) {
        for (const { key, id } of only(kind, before, after)) {
          append(went, key, { unit, id });
          keys.set(`${unit} ${id}`, key);
        }
        for (const { key, id } of only(kind, after, before)) append(came, key, { unit, id });
      }
    },
    tell: (unit) => ({
      ...unit,
      changes: unit.changes.map((change) => {
        const arrival = arrivalOf(unit.name, change);
        if (arrival === undefined) return change;
        const place = arrival.unit === unit.name ? arrival.id : `${arrival.id} of ${arrival.unit}`;
        return { ...change, message: `${change.message}; moved to ${place}` };
      }),
    }),
  };
}

/** More than two are as good as two. */
function append(lists: Map<string, Place[]>, key: string, place: Place): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [place]);
  else if (list.length < 2) list.push(place);
}

/** What the other side has not, as far as it can move by itself and be told from others. */
function* only(interfaceKind: string, some: readonly KnownElement[], others: readonly KnownElement[]) {
  const known = new Set(others.map(({ id }) => id));
  const kinds = new Map(some.map(({ id, kind }) => [id, kind]));
  for (const { id, kind, shape, of } of some) {
    if (shape === undefined || of !== undefined || known.has(id) || isMember(id, kinds)) continue;
    yield { id, key: `${interfaceKind} ${kind} ${lastName(id)} ${shape}` };
  }
}

const SPACES = /^(?:entry|export|module|package)$/;

/** A field or a method: it goes where its type goes. */
function isMember(id: string, kinds: ReadonlyMap<string, string>): boolean {
  const bare = withoutParameters(id);
  for (let at = bare.length - 1; at > 0; at--) {
    if (!"#.:".includes(bare[at] ?? "")) continue;
    const owner = kinds.get(bare.slice(0, at));
    if (owner !== undefined) return !SPACES.test(owner);
  }
  return false;
}

/** `C` of `a.b#C`, `a::b::C`, `./a/b#C`. */
function lastName(id: string): string {
  return (
    withoutParameters(id)
      .split(/[#.:/]+/)
      .at(-1) ?? id
  );
}

function withoutParameters(id: string): string {
  return id.replace(/\(.*$/s, "");
}

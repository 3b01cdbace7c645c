/** What of a unit becomes rows. */
import { type Unit, unitSchema } from "@freehold/model";
import { effectiveScope, surroundings } from "@freehold/portfolio";
import { contentHash } from "../../packed.ts";
import type { DocRef } from "./documents.ts";
import { type Item, prepareItem, type Preparing, type Raw, type Shape } from "./item.ts";

export interface UnitWords {
  readonly id: string;
  readonly repository: string;
  readonly ecosystem: string;
  readonly kind: string;
  readonly role: string;
  readonly name: string;
  readonly path: string;
  readonly version: string | null;
  readonly published: 0 | 1 | null;
  /** Of a vendored unit: the folder that it is there for. */
  readonly around: string | null;
  /** Numbers of identifiers; see `names.ts`. */
  readonly provides: readonly number[];
  readonly consumes: readonly (readonly [name: number, scopes: number, weight: number])[];
  readonly interfaces: readonly InterfaceWords[];
}

export interface InterfaceWords {
  readonly id: string;
  readonly kind: string;
  readonly elements: number;
  readonly hash: string;
  readonly doc: DocRef;
}

export type UnitItem = Item<UnitWords>;

export function prepareUnit(raw: Raw, preparing: Preparing): UnitItem | undefined {
  return prepareItem(UNIT, raw, preparing);
}

const UNIT: Shape<Unit, UnitWords> = {
  section: "units",
  schema: unitSchema,
  words: wordsOf,
  kept: withoutInterfaces,
  together: true,
};

function wordsOf(unit: Unit, { names, documents }: Preparing): UnitWords {
  return {
    id: unit.id,
    repository: unit.repository,
    ecosystem: unit.ecosystem,
    kind: unit.kind,
    role: unit.role,
    name: unit.name,
    path: unit.path,
    version: unit.version ?? null,
    published: unit.published === undefined ? null : unit.published ? 1 : 0,
    around: unit.role === "vendored" ? surroundings(unit) : null,
    provides: unit.provides.map(({ id }) => names.number(id)),
    consumes: unit.consumes.map((consume) => [
      names.number(consume.id),
      effectiveScope(unit, consume),
      Math.max(1, consume.uses ?? 1),
    ]),
    interfaces: (unit.interfaces ?? []).map(({ id, kind, elements }) => {
      const text = JSON.stringify(elements);
      return { id, kind, elements: elements.length, hash: contentHash(text), doc: documents.alone(text) };
    }),
  };
}

/** Interfaces have rows of their own; that they were read, even where there is none, is kept with the unit. */
function withoutInterfaces(unit: Unit, bytes: Uint8Array): Uint8Array {
  if (unit.interfaces === undefined) return bytes;
  return Buffer.from(JSON.stringify({ ...unit, interfaces: [] }));
}

/** Units, and what they promise. */
import type { Element, Unit } from "@freehold/model";
import { readDocument } from "../documents.ts";
import { unpack } from "../packed.ts";
import type { Scope } from "../scope.ts";
import { locateProduct } from "./find-product.ts";

export interface UnitSummary {
  readonly id: string;
  readonly repository: string;
  readonly ecosystem: string;
  readonly kind: string;
  readonly role: string;
  readonly name: string;
  readonly path: string;
  readonly version?: string;
  readonly provides: number;
  readonly consumes: number;
  /** The revision that last changed it. */
  readonly since: number;
}

/** Units of a product, by path; undefined where there is no such product. */
export async function unitsOf(scope: Scope, name: string): Promise<UnitSummary[] | undefined> {
  const located = await locateProduct(scope, name);
  if (located === undefined) return undefined;
  const rows = await scope.db
    .selectFrom("unit")
    .innerJoin("repository", "repository.key", "unit.repository")
    .select(["unit.id", "repository.id as repository", "unit.ecosystem", "unit.kind", "unit.role", "unit.name"])
    .select(["unit.path", "unit.version", "unit.provides", "unit.consumes", "unit.since"])
    .where("unit.product", "=", located.key)
    .orderBy("unit.path")
    .orderBy("unit.id")
    .execute();
  return rows.map(({ version, ...row }) => (version === null ? row : { ...row, version }));
}

/** A unit as the snapshot told of it, evidence included, without its interfaces. */
export async function findUnit(scope: Scope, id: string): Promise<Unit | undefined> {
  const row = await scope.db.selectFrom("unit").select("doc").where("id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { interfaces: _, ...unit } = await readDocument<Unit>(scope, row.doc);
  return unit;
}

export interface InterfaceSummary {
  readonly unit: string;
  readonly id: string;
  readonly kind: string;
  readonly elements: number;
  readonly since: number;
}

/** Interfaces of a product's units; undefined where there is no such product. */
export async function interfacesOf(scope: Scope, name: string): Promise<InterfaceSummary[] | undefined> {
  const located = await locateProduct(scope, name);
  if (located === undefined) return undefined;
  return await scope.db
    .selectFrom("unit")
    .innerJoin("interface", "interface.unit", "unit.key")
    .select(["unit.id as unit", "interface.id", "interface.kind", "interface.elements", "interface.since"])
    .where("unit.product", "=", located.key)
    .orderBy("interface.id")
    .orderBy("interface.kind")
    .execute();
}

/** Elements of an interface of a unit; undefined where there is none of that name. */
export async function elementsOf(
  scope: Scope,
  { unit, id, kind }: { readonly unit: string; readonly id: string; readonly kind: string },
): Promise<Element[] | undefined> {
  const row = await scope.db
    .selectFrom("interface")
    .innerJoin("unit", "unit.key", "interface.unit")
    .select("interface.doc")
    .where("unit.id", "=", unit)
    .where("interface.id", "=", id)
    .where("interface.kind", "=", kind)
    .executeTakeFirst();
  return row === undefined ? undefined : (unpack(row.doc) as Element[]);
}

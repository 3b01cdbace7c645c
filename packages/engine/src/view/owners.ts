/** Everybody who owns something or could: people of the history and groups that files name. */
import type { Claim, OwnerRef, OwnerRow, Product } from "@freehold/model";
import type { ViewContext } from "./context.ts";
import { personRef, productRef } from "./refs.ts";

/** Owners of most first, then by name. Bots that own nothing are left out: nobody asks them. */
export function ownerRows({ snapshot }: ViewContext): OwnerRow[] {
  const rows = new Map<string, OwnerRow>();
  for (const person of snapshot.people) rows.set(person.id, { kind: "person", ...personRef(person), ...nothing() });
  for (const product of snapshot.products) if (product.hidden !== true) addProduct(rows, product);
  return [...rows.values()]
    .filter((row) => row.bot !== true || row.owns.length > 0)
    .sort((a, b) => b.owns.length - a.owns.length || (b.commits ?? 0) - (a.commits ?? 0) || (a.name < b.name ? -1 : 1));
}

function nothing(): Pick<OwnerRow, "owns" | "stewards" | "founded"> {
  return { owns: [], stewards: [], founded: [] };
}

function addProduct(rows: Map<string, OwnerRow>, product: Product): void {
  const { declared, owner, steward, founder } = product.ownership;
  const ref = productRef(product);
  const owners = new Map(
    [...declared, ...(owner === undefined ? [] : [owner])].map((claim) => [claim.value.id, claim]),
  );
  for (const claim of owners.values()) {
    rowOf(rows, claim).owns.push({ ...ref, confidence: claim.confidence, provenance: claim.provenance });
  }
  if (steward !== undefined) rowOf(rows, steward).stewards.push(ref);
  if (founder !== undefined) rowOf(rows, founder).founded.push(ref);
}

function rowOf(rows: Map<string, OwnerRow>, { value }: Claim<OwnerRef>): OwnerRow {
  const known = rows.get(value.id);
  if (known !== undefined) return known;
  const row: OwnerRow = { kind: value.kind, id: value.id, name: value.name, ...nothing() };
  rows.set(value.id, row);
  return row;
}

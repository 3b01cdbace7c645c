/** What a product's shipped source imports, with the places; tests, scripts and configuration left out. */
import type { Consume, Unit } from "@freehold/model";
import type { Sight } from "../check.ts";
import { isShippedPlace } from "../text/shipped-place.ts";

export interface ShippedImport {
  readonly consume: Consume;
  readonly unit: Unit;
  /** As the import is written; absent where the language does not tell. */
  readonly from: string | undefined;
  readonly sight: Sight;
}

export function shippedImports(units: readonly Unit[]): ShippedImport[] {
  return units.flatMap((unit) =>
    unit.consumes
      .filter(({ imported, scope }) => imported && scope !== "test" && scope !== "development")
      .flatMap((consume) => importsOf(unit, consume)),
  );
}

function importsOf(unit: Unit, consume: Consume): ShippedImport[] {
  const { repository } = unit;
  const named = (consume.symbolUses ?? []).flatMap(({ from, places }) =>
    places.map((place) => ({ from, path: place.path, line: place.line as number | undefined })),
  );
  const seen = consume.evidence.flatMap(({ path, line, detail }) =>
    path === undefined || path === unit.manifest ? [] : [{ from: detail, path, line }],
  );
  return (named.length > 0 ? named : seen)
    .filter(({ path }) => isShippedPlace(path))
    .map(({ from, path, line }) => ({
      consume,
      unit,
      from,
      sight: { repository, path, ...(line === undefined ? {} : { line }), detail: from ?? consume.id },
    }));
}

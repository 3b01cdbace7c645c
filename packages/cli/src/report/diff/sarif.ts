/** The differences of interfaces as SARIF 2.1.0, for code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import type { Diff, InterfaceChange } from "@freehold/model";
import manifest from "../../../package.json" with { type: "json" };

const LEVELS = { breaking: "error", unknown: "warning", compatible: "note" } as const;

export function diffSarif(diff: Diff): unknown {
  const changes = diff.products.flatMap(({ product, units }) =>
    units.flatMap((unit) => unit.changes.map((change) => ({ change, product: product.slug }))),
  );
  const rules = [...new Set(changes.map(({ change }) => change.rule))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "freehold", version: manifest.version, rules: rules.map((id) => ({ id })) } },
        results: changes.map(({ change, product }) => result(change, product, rules)),
      },
    ],
  };
}

function result(change: InterfaceChange, product: string, rules: readonly string[]): unknown {
  const place = change.after?.evidence ?? change.before?.evidence;
  const related = change.hits.flatMap((hit) =>
    hit.places.map((one) => ({ ...location(one.path, one.line), message: { text: `used by ${hit.product}` } })),
  );
  return {
    ruleId: change.rule,
    ruleIndex: rules.indexOf(change.rule),
    level: LEVELS[change.class],
    message: { text: `${product}: ${change.message}` },
    ...(place?.path === undefined ? {} : { locations: [location(place.path, place.line)] }),
    ...(related.length === 0 ? {} : { relatedLocations: related.map((one, id) => ({ ...one, id })) }),
    partialFingerprints: { "freehold/element": `${change.rule} ${change.element}` },
    ...(change.waived === undefined
      ? {}
      : { suppressions: [{ kind: "external", justification: change.waived.reason }] }),
  };
}

function location(path: string, line: number | undefined) {
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split("/").map(encodeURIComponent).join("/") },
      ...(line === undefined ? {} : { region: { startLine: line } }),
    },
  };
}

/** Results for code scanning as SARIF 2.1.0. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import manifest from "../../../package.json" with { type: "json" };

interface SarifPlace {
  readonly path: string;
  readonly line?: number | undefined;
}

export interface SarifResult {
  readonly rule: string;
  readonly level: "error" | "warning" | "note";
  readonly message: string;
  readonly place?: SarifPlace | undefined;
  readonly related?: readonly (SarifPlace & { readonly message: string })[];
  /** What stays the same when lines move. */
  readonly fingerprint: string;
  /** Why it is left on purpose, and where that is said: in the source, or elsewhere. */
  readonly suppressed?: { readonly kind: "inSource" | "external"; readonly reason: string } | undefined;
}

/** One run with its rules and results. */
export function sarif(results: readonly SarifResult[]): unknown {
  const rules = [...new Set(results.map(({ rule }) => rule))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "freehold", version: manifest.version, rules: rules.map((id) => ({ id })) } },
        results: results.map((result) => present(result, rules)),
      },
    ],
  };
}

function present(result: SarifResult, rules: readonly string[]): unknown {
  const { rule, level, message, place, related = [], fingerprint, suppressed } = result;
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level,
    message: { text: message },
    ...(place === undefined ? {} : { locations: [location(place)] }),
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((one, id) => ({ id, ...location(one), message: { text: one.message } })) }),
    partialFingerprints: { "freehold/v1": fingerprint },
    ...(suppressed === undefined
      ? {}
      : { suppressions: [{ kind: suppressed.kind, justification: suppressed.reason }] }),
  };
}

function location({ path, line }: SarifPlace) {
  return {
    physicalLocation: {
      artifactLocation: { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" },
      ...(line === undefined ? {} : { region: { startLine: line } }),
    },
  };
}

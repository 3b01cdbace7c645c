/** What `freehold check` holds a repository to. */
import type { Problem, Snapshot, Violation } from "@freehold/model";

/** An error is a rule that somebody declared and that does not hold; a warning is worth a look. */
const SEVERITY: Readonly<Record<Violation["rule"], Problem["severity"]>> = {
  layer: "error",
  "scope-overlap": "error",
  "unowned-path": "error",
  "entry-bypassed": "error",
  cycle: "warning",
  "undeclared-dependency": "warning",
};

/**
 * The findings of a snapshot, errors first: charters that are not valid, paths that no product or
 * several products own, boundaries and layers that do not hold, and a repository without a charter.
 */
export function check(snapshot: Snapshot): readonly Problem[] {
  const charters = snapshot.problems.filter(({ code }) => code.startsWith("charter/"));
  const findings = [
    ...charters,
    ...withoutCharter(snapshot),
    ...snapshot.violations.map((violation) => finding(violation)),
  ];
  return findings.sort((a, b) => rank(a) - rank(b));
}

function withoutCharter({ repositories, products }: Snapshot): Problem[] {
  const declared = new Set(
    products.filter(({ charter }) => charter !== undefined).flatMap((product) => product.repositories),
  );
  return repositories
    .filter(({ id, files }) => files > 0 && !declared.has(id))
    .map(({ id }) => ({
      code: "check/no-charter",
      severity: "error" as const,
      message: `${id} has no product.yaml, so no path in it is owned by a declared product`,
      hint: "Draft one: freehold init",
      repository: id,
    }));
}

function finding({ rule, message, hint, evidence, from }: Violation): Problem {
  const place = evidence[0];
  return {
    code: `check/${rule}`,
    severity: SEVERITY[rule],
    message,
    hint,
    ...(place?.repository === undefined ? {} : { repository: place.repository }),
    ...(place?.path === undefined ? {} : { path: place.path }),
    ...(place?.line === undefined ? {} : { line: place.line }),
    subject: from,
  };
}

function rank({ severity }: Problem): number {
  return ["error", "warning", "info"].indexOf(severity);
}

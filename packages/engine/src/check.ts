/** What `freehold check` holds a repository to. */
import type { AcceptedViolation, Problem, Snapshot, Violation } from "@freehold/model";

export interface Finding extends Problem {
  /** Further places of the same finding. */
  readonly places?: readonly { readonly path: string; readonly line?: number }[];
  /** Why it is left on purpose; such findings fail nothing. */
  readonly accepted?: AcceptedViolation["accepted"];
}

/** An error is a rule that somebody declared and that does not hold; a warning is worth a look. */
const SEVERITY: Readonly<Record<Violation["rule"], Problem["severity"]>> = {
  layer: "error",
  "scope-overlap": "error",
  "unowned-path": "error",
  "entry-bypassed": "error",
  "private-used": "error",
  cycle: "warning",
  "undeclared-dependency": "warning",
};

/**
 * The findings of a snapshot, errors first: charters that are not valid, paths that no product or
 * several products own, boundaries and layers that do not hold, comments that ignore nothing or give no reason, and a repository
 * without a charter.
 */
export function check(snapshot: Snapshot): readonly Finding[] {
  const written = snapshot.problems.filter(({ code }) => /^(?:charter|ignore)\//.test(code));
  const findings: Finding[] = [
    ...written,
    ...withoutCharter(snapshot),
    ...snapshot.violations.map((violation) => finding(violation)),
  ];
  return findings.sort((a, b) => rank(a) - rank(b));
}

/** The findings that a comment or a waiver lets pass, each with its reason. */
export function acceptedFindings({ accepted = [] }: Snapshot): readonly Finding[] {
  return accepted.map((violation) => ({ ...finding(violation), accepted: violation.accepted }));
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

function finding({ rule, message, hint, evidence, from }: Violation): Finding {
  const [place, ...more] = evidence;
  const places = more.flatMap(({ path, line }) =>
    path === undefined ? [] : [{ path, ...(line === undefined ? {} : { line }) }],
  );
  return {
    code: `check/${rule}`,
    severity: SEVERITY[rule],
    message,
    hint,
    ...(place?.repository === undefined ? {} : { repository: place.repository }),
    ...(place?.path === undefined ? {} : { path: place.path }),
    ...(place?.line === undefined ? {} : { line: place.line }),
    subject: from,
    ...(places.length === 0 ? {} : { places }),
  };
}

function rank({ severity }: Problem): number {
  return ["error", "warning", "info"].indexOf(severity);
}

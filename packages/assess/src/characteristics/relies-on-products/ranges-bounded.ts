import type { Check } from "../../check.ts";
import { atMost, notApplicable } from "../../outcome.ts";

const OPEN = /^(?:\*|x|latest|next|>=?\s*[\d.]+|)$/i;
const LOOSE = /^(?:git[+@:]|https?:|github:|[\w.-]+\/[\w.-]+(?:#|$))/;

/** A range without an end promises to work with versions that nobody has seen. */
export const rangesBounded: Check = {
  name: "ranges-bounded",
  title: "It says which versions of its dependencies it works with",
  looksAt:
    "Ranges of run-time dependencies in manifests of npm, Cargo and Python that have no upper end, or name a branch or an address instead of a version.",
  mend: "Give each dependency that the evidence names a range with an end, such as `^1.2.0`.",
  source: "Cargo refuses `*` on publishing; npm and PyPI install the next major version unasked.",
  thresholds: { share: "Share of run-time dependencies without a bound, at most." },
  effort: "minutes",
  run({ shipped, portfolio, threshold, at }) {
    const ranged = shipped
      .filter(({ ecosystem }) => ecosystem === "npm" || ecosystem === "cargo")
      .flatMap((unit) =>
        unit.consumes
          .filter(({ declared, scope }) => declared && scope === "runtime")
          .map((consume) => ({ unit, consume })),
      )
      .filter(
        ({ consume }) =>
          consume.range !== undefined &&
          !/^(?:workspace|file|link|catalog|npm):/.test(consume.range) &&
          !portfolio.provided().has(consume.id),
      );
    if (ranged.length === 0)
      return notApplicable("It declares no run-time dependency from outside with a range that is read.");
    const open = ranged.filter(({ consume: { range = "" } }) => OPEN.test(range.trim()) || LOOSE.test(range.trim()));
    const shown = (open.length > 0 ? open : ranged.slice(0, 1)).slice(0, 8);
    const evidence = shown.map(
      ({
        unit,
        consume: {
          id,
          range,
          evidence: [first],
        },
      }) => at(first?.path ?? unit.manifest ?? unit.path, first?.line, `${id} ${range ?? ""}`),
    );
    const share = Math.round((open.length / ranged.length) * 100) / 100;
    return atMost(
      share,
      threshold("share"),
      `${open.length} of ${ranged.length} run-time dependencies have no bound.`,
      evidence,
    );
  },
};

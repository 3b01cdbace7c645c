import type { Check } from "../../check.ts";
import { counted } from "../../text/counted.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** What is published and needs something that is not can be installed by nobody outside. */
export const needsOnlyPublic: Check = {
  name: "needs-only-public",
  title: "What it publishes needs nothing that is private",
  looksAt: "What its published units need at run time, against units of the portfolio that are not published.",
  mend: "Publish what the evidence names, or take it into the unit that needs it.",
  source: "Doctrine D3. A package with a dependency that no registry has cannot be installed.",
  thresholds: { private: "Private things needed, at most." },
  effort: "days",
  run({ units, portfolio, threshold, at }) {
    const published = units.filter((unit) => unit.published === true);
    if (published.length === 0) return notApplicable("It publishes nothing.");
    const found = published.flatMap((unit) =>
      unit.consumes
        .filter(
          ({ scope, declared, typeOnly }) => declared && typeOnly !== true && (scope === "runtime" || scope === "peer"),
        )
        .flatMap((consume) => {
          const provider = portfolio.privateProviders().get(consume.id);
          return provider === undefined || provider.id === unit.id ? [] : [{ unit, consume, provider }];
        }),
    );
    const evidence = found.slice(0, 8).map(
      ({
        unit,
        consume: {
          evidence: [first],
          id,
        },
      }) => at(first?.path ?? unit.manifest ?? unit.path, first?.line, `${id} is not published`),
    );
    const whole = published.slice(0, 3).map((unit) => at(unit.manifest ?? unit.path, undefined, unit.name));
    return atMost(
      found.length,
      threshold("private"),
      `Its ${counted(published.length, "published unit")} ${published.length === 1 ? "needs" : "need"} ${counted(found.length, "private thing")}.`,
      evidence.length > 0 ? evidence : whole,
    );
  },
};

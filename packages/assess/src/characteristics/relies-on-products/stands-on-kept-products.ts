import type { Check } from "../../check.ts";
import { atMost, notApplicable } from "../../outcome.ts";

const STALE = 2 * 365.25 * 24 * 3600 * 1000;

/** What nobody looks after breaks when nobody can mend it. */
export const standsOnKeptProducts: Check = {
  name: "stands-on-kept-products",
  title: "Somebody looks after everything that it stands on",
  looksAt:
    "The products of the portfolio that it relies on directly: those without an owner, those whose owner has left, and obsolete ones.",
  mend: "Adopt what the evidence names, find it an owner, or rely on something else.",
  source: "Doctrine D4 and the custodianship that experience adds: dependents are alerted.",
  thresholds: { products: "Such products at most." },
  effort: "weeks",
  run({ dependencies, portfolio, threshold, missing }) {
    const on = dependencies();
    if (on.length === 0) return notApplicable("It relies on no other product of the portfolio.");
    const left = on.flatMap(({ id, slug, ownership, stage }) => {
      const last = portfolio.facts.get(id)?.history?.lastCommit;
      const old = last !== undefined && portfolio.asOf - Date.parse(last) > STALE;
      if (stage?.value === "obsolete") return [`${slug} is obsolete`];
      if (ownership.owner === undefined) return [`${slug} has no owner`];
      return ownership.findings.includes("owner-left") && old
        ? [`${slug}: its owner has left and nobody has changed it for two years`]
        : [];
    });
    const evidence = (
      left.length > 0
        ? left
        : [
            on
              .slice(0, 8)
              .map(({ slug }) => slug)
              .join(", "),
          ]
    )
      .slice(0, 8)
      .map(missing);
    return atMost(
      left.length,
      threshold("products"),
      `${left.length} of the ${on.length} products that it relies on are left alone.`,
      evidence,
    );
  },
};

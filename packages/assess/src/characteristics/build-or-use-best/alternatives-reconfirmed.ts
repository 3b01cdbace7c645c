import type { Check } from "../../check.ts";
import { failed, notApplicable, passed } from "../../outcome.ts";

const YEAR = 365.25 * 24 * 3600 * 1000;

/** What was worse three years ago may be better today. */
export const alternativesReconfirmed: Check = {
  name: "alternatives-reconfirmed",
  title: "The reasons against its alternatives have been looked at lately",
  looksAt: "`confirmed` of each entry under `alternatives` in its charter: the day on which somebody last looked.",
  mend: "Look at the alternatives again, and write the day as `confirmed` beside each.",
  source: "Doctrine D7, and that every human statement expires and is confirmed again.",
  thresholds: { years: "Years since somebody looked, at most." },
  effort: "hours",
  run({ charter, charterAt, portfolio, threshold }) {
    const listed = charter?.alternatives ?? [];
    if (listed.length === 0) return notApplicable("Its charter names no alternatives.");
    const old = listed.filter(
      ({ confirmed }) => confirmed === undefined || portfolio.asOf - Date.parse(confirmed) > threshold("years") * YEAR,
    );
    const evidence = [
      charterAt(
        "alternatives",
        old.map(({ name, confirmed }) => `${name}: ${confirmed ?? "never"}`).join("; ") || "all confirmed",
      ),
    ];
    return old.length === 0
      ? passed(`All ${listed.length} were looked at lately.`, evidence)
      : failed(`${old.length} of ${listed.length} alternatives were not looked at lately.`, evidence, {
          value: old.length,
          threshold: 0,
        });
  },
};

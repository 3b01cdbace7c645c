import type { Check } from "../../check.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";

const YEAR = 365.25 * 24 * 3600 * 1000;

/** Split as it grows: what doubles every year outgrows whoever looks after it. */
export const growthInBounds: Check = {
  name: "growth-in-bounds",
  title: "It grows no faster than people can follow",
  looksAt:
    "Files added less files removed within a year, over the files that it had before. Products in their first two years, and small ones, are left alone.",
  mend: "Split off what was added last, while its boundary is still visible.",
  source:
    "Doctrine D8. Lehman's sixth law: systems grow; that of long-lived open source is close to linear (Godfrey and Tu, 2000), which doubling in a year is not.",
  thresholds: {
    growth: "Growth in a year at most, as a share of the year before.",
    files: "Files at least; smaller products may grow as they like.",
  },
  effort: "weeks",
  run({ facts, threshold, missing, portfolio }) {
    const history = facts?.history;
    if (facts === undefined || history?.growth === undefined) return unknown("Its history was not read.");
    if (facts.size.files < threshold("files")) return notApplicable(`${facts.size.files} files are few.`);
    if (portfolio.asOf - Date.parse(history.firstCommit) < 2 * YEAR)
      return notApplicable("It is in its first two years.");
    const grown = history.growth.added - history.growth.deleted;
    const before = facts.size.files - grown;
    const share = before <= 0 ? Infinity : Math.round((grown / before) * 100) / 100;
    const detail = `${history.growth.added} files were added and ${history.growth.deleted} removed within a year; there are ${facts.size.files}.`;
    return atMost(Number.isFinite(share) ? share : 99, threshold("growth"), detail, [missing(detail)]);
  },
};

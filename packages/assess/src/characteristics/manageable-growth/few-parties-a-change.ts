import type { Check } from "../../check.ts";
import { atMost, unknown } from "../../outcome.ts";

/** The mark of a hairball: too many people to ask before anything can change. */
export const fewPartiesAChange: Check = {
  name: "few-parties-a-change",
  title: "Nine changes in ten need few owners",
  looksAt:
    "The commits of a year that touched it: the owners of all products that each of them changed. Products whose owner no file names count as one party a repository. Machines, releases and sweeps over more than twenty products are left out.",
  mend: "See which products change together with it (`freehold assess --json`, `together`): merge those that always do, or put an interface between them.",
  source: "Doctrine D8 (hairball). Measured from history, not asked.",
  thresholds: {
    parties:
      "Owners that nine changes in ten needed, at most. Three people can still talk to one another without a meeting.",
    changes: "Changes in a year at least, to say anything.",
  },
  effort: "weeks",
  run({ facts, threshold, missing }) {
    const recent = facts?.history?.recent;
    if (facts?.history === undefined) return unknown("Its history was not read.");
    if (recent === undefined || recent.counted < threshold("changes")) {
      return unknown(`${recent?.counted ?? 0} changes within a year say too little.`, [missing("few changes")]);
    }
    const evidence =
      recent.example === undefined
        ? [missing(`${recent.counted} commits, each of one owner`)]
        : [{ commit: recent.example, detail: `needed ${recent.parties.most} owners` }];
    const detail = `Of ${recent.counted} changes within a year, nine in ten needed ${recent.parties.p90} owner${recent.parties.p90 === 1 ? "" : "s"} at most; one needed ${recent.parties.most}.`;
    return atMost(recent.parties.p90, threshold("parties"), detail, evidence);
  },
};

import type { Check } from "../../check.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";

/** A dead link is where a reader gives up. */
export const linksAlive: Check = {
  name: "links-alive",
  title: "Links within its repository lead somewhere",
  looksAt:
    "Links in its documents to files and folders of the repository. What only a site generator or the code host resolves is left out.",
  mend: "Mend or remove the links that the evidence names.",
  source: "Doctrine D5. A link is dead or it is not.",
  thresholds: { dead: "Dead links at most." },
  effort: "minutes",
  run({ facts, threshold, at }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const own = facts.documents.flatMap(({ path, dead }) => dead.map(({ target, line }) => ({ path, target, line })));
    const dead = [...own, ...(facts.guides?.dead ?? [])];
    const count = own.length + (facts.guides?.deadCount ?? 0);
    const links = facts.documents.reduce((sum, { inner }) => sum + inner, 0) + (facts.guides?.inner ?? 0);
    if (links === 0) return notApplicable("Its documents link to nothing within the repository.");
    const alive = [facts.documents.find(({ inner }) => inner > 0)?.path ?? facts.guides?.paths[0] ?? ""];
    const evidence =
      count > 0
        ? dead.slice(0, 10).map(({ path, target, line }) => at(path, line, target))
        : alive.map((path) => at(path, undefined, `${links} links`));
    return atMost(count, threshold("dead"), `${count} of ${links} links within the repository are dead.`, evidence);
  },
};

import { failed, notApplicable, passed, unknown } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

const DAYS = 180;
const DAY = 24 * 3600 * 1000;

/** A proposal that nobody accepts or rejects leaves whoever comes next without an answer. */
export const decisionsTaken: SteadyStateItem = {
  id: "decisions-taken",
  title: "No recorded decision has been left open for half a year",
  mend: "Accept, reject or withdraw the proposals that the evidence names, and write their status.",
  run({ facts, portfolio, at }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const { decisions = 0, records = [], open = [] } = facts.guides ?? {};
    const [first] = records;
    if (decisions === 0 || first === undefined) return notApplicable("It keeps no records of decisions.");
    if (open.some(({ changedAt }) => changedAt === undefined))
      return unknown(`${open.length} of ${decisions} are open; since when is not known without history.`);
    const left = open.filter(({ changedAt = "" }) => portfolio.asOf - Date.parse(changedAt) > DAYS * DAY);
    const evidence = left
      .slice(0, 5)
      .map(({ path, line, status, changedAt = "" }) =>
        at(path, line, `${status}, last changed ${changedAt.slice(0, 10)}`),
      );
    return left.length === 0
      ? passed(`${decisions} are recorded, and none has been open for half a year.`, [
          at(first.path, first.line, first.text),
        ])
      : failed(`${left.length} of ${decisions} have been open for half a year.`, evidence);
  },
};

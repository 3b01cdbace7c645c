import { failed, notApplicable, passed, unknown } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

const DAYS = 30;
const DAY = 24 * 3600 * 1000;

/** Who picks it up begins from the main line; only the code host knows whether that works. */
export const mainLinePasses: SteadyStateItem = {
  id: "main-line-passes",
  title: "The pipelines of its main line pass",
  mend: "Mend what fails on the main line before anything else is merged; import its state where it is not known.",
  run({ repositoryFacts, repository, portfolio, at }) {
    const run = repositoryFacts?.hosted?.mainLine;
    if (repositoryFacts !== undefined && repositoryFacts.pipelines.length === 0 && run === undefined)
      return notApplicable("No pipeline is kept with it.");
    if (run === undefined) return unknown("The state of its main line was not imported.");
    const { branch, state, at: when, source, importedAt, failingSince, failing = [], url, commit } = run;
    const page = url === undefined ? "" : `: ${url}`;
    const seen = { detail: `imported from ${source} on ${importedAt.slice(0, 10)}${page}` };
    const sights = commit === undefined ? [seen] : [{ ...seen, commit }];
    const behind = (repository?.committedAt === undefined ? 0 : Date.parse(repository.committedAt)) - Date.parse(when);
    if (state === "running") return unknown(`No run of ${branch} has ended.`, sights);
    if (behind > DAYS * DAY && portfolio.asOf >= Date.parse(when))
      return unknown(
        `The last known run of ${branch} is ${Math.round(behind / DAY)} days older than its last commit.`,
        sights,
      );
    if (state === "passing") return passed(`${branch} passed on ${when.slice(0, 10)}.`, sights);
    const jobs = failing.length === 0 ? "" : ` (${failing.join(", ")})`;
    const [first] = repositoryFacts?.pipelines ?? [];
    return failed(`${branch} fails since ${(failingSince ?? when).slice(0, 10)}${jobs}.`, [
      ...sights,
      ...(first === undefined ? [] : [at(first.path)]),
    ]);
  },
};

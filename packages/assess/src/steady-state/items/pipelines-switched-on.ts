import { failed, notApplicable, passed, unknown } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

/** What was switched off "for now" is half-done work that looks like a check: whoever comes next believes it runs. */
export const pipelinesSwitchedOn: SteadyStateItem = {
  id: "pipelines-switched-on",
  title: "Nothing in its pipelines is switched off",
  mend: "Mend what is switched off and let it run again, or remove it.",
  run({ repositoryFacts, at }) {
    if (repositoryFacts === undefined) return unknown("The snapshot has no facts of its repository; scan again.");
    const { pipelines } = repositoryFacts;
    const [first] = pipelines;
    if (first === undefined) return notApplicable("No pipeline is kept with it.");
    const off = pipelines.flatMap(({ path, off: all = [] }) => all.map((one) => at(path, one.line, one.text)));
    return off.length === 0
      ? passed("No job or step of its pipelines has a condition that is never met.", [at(first.path)])
      : failed(`${off.length} of the jobs and steps of its pipelines never run.`, off.slice(0, 5));
  },
};

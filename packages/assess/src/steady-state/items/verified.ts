import { failed, passed, unknown } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

/** A pipeline starts from a clean checkout: what it builds or tests, anybody can. */
export const verified: SteadyStateItem = {
  id: "verified",
  title: "A pipeline builds or tests it from a clean checkout",
  mend: "Add a pipeline that installs, builds and tests it on every change.",
  run(context) {
    const pipelines = context.repositoryFacts?.pipelines;
    if (pipelines === undefined) return unknown("The snapshot has no facts of its repository; scan again.");
    for (const { path, commands } of pipelines) {
      const step = commands.find(({ text }) => /\b(?:test|tests|build|check|verify|lint|compile|ci)\b/i.test(text));
      if (step !== undefined) return passed(`${path} runs \`${step.text}\`.`, [context.at(path, step.line, step.text)]);
    }
    const [first] = pipelines;
    if (first === undefined) return failed("No pipeline is kept with it.", [context.missing("no pipeline")]);
    return unknown("Its pipelines run things whose commands are not in the repository.", [context.at(first.path)]);
  },
};

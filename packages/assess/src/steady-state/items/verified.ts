import { failed, passed, unknown } from "../../outcome.ts";
import { pipelinesAtChanges } from "../../context/pipelines-at-changes.ts";
import type { SteadyStateItem } from "./item.ts";

/** As a word or a script of that name, not as a part of a path. */
const TESTS = /(?:^|[\s:])(?:tests?|check|verify|pytest|tox|nox|vitest|jest)(?=$|[\s:])/i;
const BUILDS = /(?:^|[\s:])(?:build|compile|lint|ci|package)(?=$|[\s:])/i;
/** Getting what is needed builds nothing. */
const GETS = /^(?:npm|pnpm|yarn|bun)\s+(?:ci|clean-install)\b/;

/** A pipeline starts from a clean checkout: what it builds or tests, anybody can. */
export const verified: SteadyStateItem = {
  id: "verified",
  title: "It builds from a clean checkout, and a pipeline holds it to that",
  mend: "Add a pipeline that installs, builds and tests it on every change.",
  run(context) {
    const run = context.facts?.cleanCopy;
    const wrong = run?.steps.find(({ result }) => result === "failed");
    if (wrong !== undefined)
      return failed(`In a clean copy: ${wrong.detail}`, [context.at(wrong.folder === "" ? "." : wrong.folder)]);
    const pipelines = context.repositoryFacts?.pipelines;
    if (pipelines === undefined) return unknown("The snapshot has no facts of its repository; scan again.");
    const all = pipelinesAtChanges(pipelines).flatMap(({ path, commands }) =>
      commands.map((command) => ({ path, ...command })),
    );
    const step =
      all.find(({ text }) => TESTS.test(text)) ?? all.find(({ text }) => BUILDS.test(text) && !GETS.test(text));
    if (step !== undefined)
      return passed(`${step.path} runs \`${step.text}\`.`, [context.at(step.path, step.line, step.text)]);
    const [first] = pipelines;
    if (first === undefined) return failed("No pipeline is kept with it.", [context.missing("no pipeline")]);
    return unknown("Its pipelines run things whose commands are not in the repository.", [context.at(first.path)]);
  },
};

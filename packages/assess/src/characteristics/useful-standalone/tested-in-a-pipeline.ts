import type { Check } from "../../check.ts";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";

const TEST =
  /\b(?:tests?|vitest|jest|mocha|ava|pytest|tox|nox|nextest|rspec|phpunit|ctest|bats|playwright|cypress|e2e|spec)\b/i;
const TASK =
  /\b(?:npm|pnpm|yarn|bun|make|just|task|nx|turbo|cargo|go|gradlew?|mvn|dotnet|mix|rake|composer|tox|poe|deno)\b/;

/** Tests that nobody runs are wrong within a month; a pipeline starts from a clean checkout. */
export const testedInAPipeline: Check = {
  name: "tested-in-a-pipeline",
  title: "Its tests run from a clean checkout at every change",
  looksAt:
    "Test files in its folder, and commands of the pipelines in its repository that run tests, directly or through a script.",
  mend: "Write a first test of what its users rely on, and run it in a pipeline at every change.",
  source: "Doctrine S11: testing in small pieces.",
  effort: "days",
  run({ facts, repositoryFacts, at, missing }) {
    if (facts === undefined || repositoryFacts === undefined)
      return unknown("The snapshot has no facts of it; scan again.");
    const { size } = facts;
    if (size.sourceFiles === 0) return notApplicable("It has no source.");
    const inline = /^(?:Rust|Go|Elixir|Zig|HCL)$/.test(Object.keys(size.languages)[0] ?? "");
    if (size.firstTest === undefined && !inline)
      return failed(`It has ${size.sourceFiles} source files and no test.`, [
        missing("no file that is a test by its name or folder"),
      ]);
    const test = size.firstTest === undefined ? [] : [at(size.firstTest, undefined, `${size.testFiles} test files`)];
    for (const { path, commands } of repositoryFacts.pipelines) {
      const found = commands.find(({ text }) => TEST.test(text) && !/^\s*(?:echo|#)/.test(text));
      if (found !== undefined)
        return passed(`${path} runs \`${found.text.slice(0, 80)}\`.`, [
          ...test,
          at(path, found.line, found.text.slice(0, 120)),
        ]);
    }
    const [first] = repositoryFacts.pipelines;
    if (first === undefined)
      return failed(
        "It has tests, and no pipeline is kept with it.",
        test.length > 0 ? test : [missing("no pipeline")],
      );
    const through = repositoryFacts.pipelines.some(
      ({ commands, uses }) =>
        commands.some(({ text }) => TASK.test(text)) || uses.some(({ text }) => !/^(?:actions|github)\//.test(text)),
    );
    return through
      ? unknown("Its pipelines run things that may test it; their commands are not in the repository.", [
          at(first.path),
          ...test,
        ])
      : failed("None of its pipelines runs tests.", [at(first.path), ...test]);
  },
};

import type { Check } from "../../check.ts";
import { pipelinesAtChanges } from "../../context/pipelines-at-changes.ts";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";

/** Programs that run tests, and runners that are told to. */
const PROGRAM = /^(?:vitest|jest|mocha|ava|pytest|tox|nox|rspec|phpunit|ctest|bats|playwright|cypress|nextest)\b/;
const RUNNER =
  /^(?:npm|npx|pnpm|yarn|bun|bunx|node|deno|nx|turbo|lerna|make|just|task|cargo|go|mvn|gradle|dotnet|mix|rake|bundle|composer|poe|uv|uvx|poetry|hatch|python3?|bash|sh|terraform|helm|\.{0,2}\/?[\w.-]+\/[\w./-]+)\s(?:.*[\s:/])?(?:tests?|e2e|spec|vitest|jest|mocha|pytest|tox|nox|unittest|playwright|cypress)(?=$|[\s:.-])/;
const TASK =
  /\b(?:npm|pnpm|yarn|bun|make|just|task|nx|turbo|cargo|go|gradlew?|mvn|dotnet|mix|rake|composer|tox|poe|deno)\b/;

/** Tests that nobody runs are wrong within a month; a pipeline starts from a clean checkout. */
export const testedInAPipeline: Check = {
  name: "tested-in-a-pipeline",
  title: "Its tests run from a clean checkout at every change",
  looksAt:
    "Test files in its folder, and commands of the pipelines in its repository that run tests at changes, directly or through a script. Pipelines that only a clock or a person starts do not count.",
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
    const told = pipelinesAtChanges(repositoryFacts.pipelines).flatMap(({ path, commands }) =>
      commands.map((one) => ({ path, ...one })),
    );
    const running = told.filter(({ text }) => runsTests(text));
    const found = running.find(({ text }) => /\btests?(?=$|\s)/.test(text)) ?? running[0];
    if (found !== undefined) {
      const place = at(found.path, found.line, found.text.slice(0, 120));
      return passed(`${found.path} runs \`${found.text.slice(0, 80)}\`.`, [...test, place]);
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

/** Of a line of shell: one of its commands, settings in front of it left out. */
function runsTests(line: string): boolean {
  return line.split(/&&|\|\||[;|]/).some((part) => {
    const command = part
      .trim()
      .replace(/^(?:(?:sudo|time|env|xvfb-run(?: -\S+)*|cross-env)\s+|[A-Z_][A-Z0-9_]*=\S*\s+)+/, "");
    return PROGRAM.test(command) || RUNNER.test(command);
  });
}

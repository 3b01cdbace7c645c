/**
 * Our classes beside those that graphql-inspector's own tests of its comparison expect, on its own schemas.
 *
 * One case for each test that compares two schemas written in it. It is breaking when the test expects a
 * change of level Breaking or Dangerous, compatible when all
 * levels that it expects are NonBreaking. Tests with rules or settings of their own are about those, and are left out.
 */
import type { Place } from "@freehold/interfaces";
import { interfaceKind } from "@freehold/interfaces/kinds";
import type { GitSource } from "../git-source.ts";
import { classOf, type Judged, type Label, sayings, type Tally } from "../tally.ts";

const FOLDER = "packages/core/__tests__/diff/";

export function judgeGraphqlInspector(git: GitSource): Tally {
  const files = git.files.filter(
    (file) => file.startsWith(FOLDER) && !file.startsWith(`${FOLDER}rules/`) && file.endsWith(".test.ts"),
  );
  const cases = files.flatMap((file) =>
    testsIn(git.read(file) ?? "").flatMap((test) => judge(file.slice(FOLDER.length), test)),
  );
  return { suite: "graphql-inspector", cases };
}

interface Test {
  readonly name: string;
  readonly body: string;
}

function testsIn(text: string): Test[] {
  const starts = [...text.matchAll(/\n(\s*)(?:test|it)\(\s*(["'`])([^]*?)\2,\s*async \(\) => \{/g)];
  return starts.map((match, index) => ({
    name: match[3] ?? "",
    body: text.slice(match.index, starts[index + 1]?.index ?? text.length),
  }));
}

function judge(file: string, { name, body }: Test): Judged[] {
  const schemas = new Map(
    [...body.matchAll(/const (\w+) = buildSchema\(\s*(?:\/\*[^*]*\*\/\s*)?`([^`]*)`/g)].map(
      ([, key = "", text = ""]) => [key, text],
    ),
  );
  const order = /\bdiff\(\s*(\w+),\s*(\w+)\s*\)/.exec(body);
  const [before, after] = [schemas.get(order?.[1] ?? ""), schemas.get(order?.[2] ?? "")];
  const label = labelOf(body);
  if (before === undefined || after === undefined || label === undefined || (before + after).includes("${")) return [];
  const kind = interfaceKind("graphql");
  const changes = kind?.compare(elementsOf(before), elementsOf(after)) ?? [];
  return [
    { name: `${file}: ${name} [${levelsIn(body).join(" ")}]`, label, ours: classOf(changes), said: sayings(changes) },
  ];
}

function levelsIn(body: string): readonly string[] {
  return [...body.matchAll(/CriticalityLevel\.(\w+)/g)].map(([, level = ""]) => level);
}

function labelOf(body: string): Label | undefined {
  const levels = levelsIn(body);
  if (levels.includes("Breaking") || levels.includes("Dangerous")) return "breaking";
  return levels.length > 0 ? "compatible" : undefined;
}

function elementsOf(text: string) {
  const kind = interfaceKind("graphql");
  const place: Place = { folder: "", paths: ["schema.graphql"], read: () => text };
  return kind?.extract([{ path: "schema.graphql", text }], place).elements ?? [];
}

/**
 * Our classes beside those that the tests of graphql-js expect of `findBreakingChanges` and
 * `findDangerousChanges`, on their own schemas. Dangerous counts as breaking, as with the other suites.
 */
import type { GitSource } from "../git-source.ts";
import { changesBetween } from "../one-file.ts";
import { classOf, type Judged, sayings, type Tally } from "../tally.ts";

const FILE = "src/utilities/__tests__/findBreakingChanges-test.ts";

export function judgeGraphqlJs(git: GitSource): Tally {
  const text = git.read(FILE) ?? "";
  const starts = [...text.matchAll(/\n  it\('([^']+)'/g)];
  const cases = starts.flatMap((match, index) =>
    judge(match[1] ?? "", text.slice(match.index, starts[index + 1]?.index ?? text.length)),
  );
  return { suite: "graphql-js", cases };
}

/** A test asks about one pair of schemas, perhaps in both ways: it is compatible when nothing at all is expected. */
function judge(name: string, body: string): Judged[] {
  const schemas = new Map(
    [...body.matchAll(/const (\w+) = buildSchema\(`([^`]*)`/g)].map(([, key = "", sdl = ""]) => [key, sdl]),
  );
  const asked = [
    ...body.matchAll(/find(?:Breaking|Dangerous)Changes\((\w+), (\w+)\)\)(?:\.to\.deep\.equal\(\[\s*(\]|\{))/g),
  ];
  const pairs = new Map<string, boolean>();
  for (const [, from = "", to = "", opening] of asked) {
    if (from === to) continue;
    const key = `${from} ${to}`;
    pairs.set(key, pairs.get(key) === true || opening === "{");
  }
  return [...pairs].flatMap(([key, breaks]): Judged[] => {
    const [before, after] = key.split(" ").map((one) => schemas.get(one));
    if (before === undefined || after === undefined) return [];
    const changes = changesBetween("graphql", { "schema.graphql": before }, { "schema.graphql": after });
    return [{ name, label: breaks ? "breaking" : "compatible", ours: classOf(changes), said: sayings(changes) }];
  });
}

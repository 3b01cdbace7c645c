/**
 * Our classes beside those that the tests of alien-tools/roseau expect, on the Java in them: `assertBC` or
 * `assertBCs` of two texts demands a break, `assertNoBC` none. A break of sources or of binaries counts.
 */
import type { GitSource } from "../git-source.ts";
import { changesBetween } from "../one-file.ts";
import { classOf, type Judged, sayings, type Tally } from "../tally.ts";

const FOLDER = "core/src/test/java/io/github/alien/roseau/diff/";

export function judgeRoseau(git: GitSource): Tally {
  const files = git.files.filter((file) => file.startsWith(FOLDER) && file.endsWith("Test.java"));
  const cases = files.flatMap((file) => {
    const text = git.read(file) ?? "";
    const starts = [...text.matchAll(/\n\tvoid (\w+)\(\)/g)];
    return starts.flatMap((match, index) =>
      judge(
        `${file.slice(FOLDER.length, -"Test.java".length)}.${match[1] ?? ""}`,
        text.slice(match.index, starts[index + 1]?.index ?? text.length),
      ),
    );
  });
  return { suite: "roseau", cases };
}

function judge(name: string, body: string): Judged[] {
  const texts = new Map(
    [...body.matchAll(/(?:var|String) (\w+) = (?:"""\n([^]*?)"""|"((?:[^"\\]|\\.)*)");/g)].map(
      ([, key = "", block, line]) => [key, block ?? (line ?? "").replaceAll('\\"', '"')],
    ),
  );
  return [...body.matchAll(/assert(NoBC|BCs?)\(([^]*?)\);\n/g)].flatMap(([, says, args = ""], index): Judged[] => {
    const [, from = "", to = ""] = /buildDiff\((\w+), (\w+)\)/.exec(args) ?? [];
    const [before, after] = [texts.get(from), texts.get(to)];
    if (before === undefined || after === undefined) return [];
    const changes = changesBetween("java", filesOf(before), filesOf(after));
    return [
      {
        name: `${name}${index > 0 ? ` (${index + 1})` : ""}`,
        label: says === "NoBC" ? "compatible" : "breaking",
        ours: classOf(changes),
        said: [...sayings(changes), before, "->", after],
      },
    ];
  });
}

/** One file for each top-level type, as a compiler demands of public ones. */
function filesOf(text: string): Record<string, string> {
  return { "pom.xml": "<project><artifactId>a</artifactId></project>", "src/main/java/A.java": text };
}

/**
 * Our classes beside those that the tests of OpenAPITools/openapi-diff assert of pairs of its own descriptions.
 *
 * Incompatible: `assertSpecIncompatible`, `assertOpenApiBackwardIncompatible`, `isIncompatible()` is true.
 * Compatible: unchanged, changed but compatible, equal. Tests that assert neither are left out.
 */
import { posix } from "node:path";
import type { GitSource } from "../git-source.ts";
import { changesBetween } from "../one-file.ts";
import { classOf, type Judged, type Label, sayings, type Tally } from "../tally.ts";

const TESTS = "core/src/test/java/";
const DATA = "core/src/test/resources/";

export function judgeOpenapiDiff(git: GitSource): Tally {
  const files = git.files.filter((file) => file.startsWith(TESTS) && file.endsWith("Test.java"));
  const cases = new Map<string, Judged>();
  for (const file of files) {
    for (const { before, after, label, test } of assertionsIn(git.read(file) ?? "")) {
      const key = `${before} -> ${after}`;
      const [old, young] = [git.read(DATA + before), git.read(DATA + after)];
      if (old === undefined || young === undefined || cases.get(key)?.label === "breaking") continue;
      const name = before.endsWith(".json") ? "openapi.json" : "openapi.yaml";
      const changes = changesBetween("openapi", { [name]: old }, { [name]: young });
      cases.set(key, {
        name: `${key}  (${posix.basename(file, ".java")}.${test})`,
        label,
        ours: classOf(changes),
        said: sayings(changes),
      });
    }
  }
  return { suite: "openapi-diff", cases: [...cases.values()] };
}

interface Assertion {
  readonly test: string;
  readonly before: string;
  readonly after: string;
  readonly label: Label;
}

const SAYS: readonly (readonly [pattern: RegExp, label: Label])[] = [
  [/assertSpecIncompatible\(([^,]+),([^,]+),/g, "breaking"],
  [/assertOpenApiBackwardIncompatible\(([^,]+),([^,)]+)\)/g, "breaking"],
  [/assertSpec(?:Unchanged|ChangedButCompatible)\(([^,]+),([^,)]+)\)/g, "compatible"],
  [/assertOpenApiAreEquals\(([^,]+),([^,)]+)\)/g, "compatible"],
  [/assertOpenApiBackwardCompatible\(([^,]+),([^,)]+),/g, "compatible"],
];

function assertionsIn(text: string): Assertion[] {
  const constants = new Map(
    [...text.matchAll(/String (\w+)\s*=\s*"([^"]+)";/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  const starts = [...text.matchAll(/\n  (?:public )?void (\w+)\(\)/g)];
  return starts.flatMap((match, index) => {
    const body = text.slice(match.index, starts[index + 1]?.index ?? text.length);
    const local = new Map([
      ...constants,
      ...[...body.matchAll(/String (\w+)\s*=\s*"([^"]+)";/g)].map(
        ([, name = "", value = ""]) => [name, value] as const,
      ),
    ]);
    const file = (expression: string) => {
      const bare = expression.trim();
      return /^"([^"]+)"$/.exec(bare)?.[1] ?? local.get(bare);
    };
    const named = SAYS.flatMap(([pattern, label]) =>
      [...body.matchAll(pattern)].map(([, from = "", to = ""]) => ({ from, to, label })),
    );
    const [, from, to] = /OpenApiCompare\.fromLocations\(([^,]+),([^,)]+)\)/.exec(body) ?? [];
    const label = labelOf(body);
    const own = from === undefined || to === undefined || label === undefined ? [] : [{ from, to, label }];
    return [...named, ...own].flatMap(({ from: one, to: other, label: is }) => {
      const [before, after] = [file(one), file(other)];
      return before === undefined || after === undefined ? [] : [{ test: match[1] ?? "", before, after, label: is }];
    });
  });
}

/** What a test asserts of the one comparison that it makes. */
function labelOf(body: string): Label | undefined {
  if (/fromLocations[^]*fromLocations/.test(body)) return undefined;
  if (
    /isIncompatible\(\)\)\.isTrue|isCompatible\(\)\)\.isFalse|assertTrue\(\w+\.isIncompatible|assertFalse\(\w+\.isCompatible/.test(
      body,
    )
  )
    return "breaking";
  return /isCompatible\(\)\)\.isTrue|isIncompatible\(\)\)\.isFalse|isUnchanged\(\)\)\.isTrue|assertTrue\(\w+\.isCompatible|assertTrue\(\w+\.isUnchanged/.test(
    body,
  )
    ? "compatible"
    : undefined;
}

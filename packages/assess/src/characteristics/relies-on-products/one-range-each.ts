import { intersects } from "semver";
import type { Check } from "../../check.ts";
import { keptRange } from "../../text/kept-versions.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** Two versions of one library in one product: twice the size, and types that look alike and are not. */
export const oneRangeEach: Check = {
  name: "one-range-each",
  title: "Its units agree on the versions of what they share",
  looksAt:
    "Ranges of the same run-time dependency in several of its manifests (npm): pairs that no version satisfies both of.",
  mend: "Bring the manifests that the evidence names to one range.",
  source: "npm installs both; Cargo too. The state of one is unknown to the other.",
  thresholds: { dependencies: "Dependencies asked for in ranges that exclude one another, at most." },
  effort: "hours",
  run({ shipped, threshold, at }) {
    const asked = shipped
      .filter(({ ecosystem }) => ecosystem === "npm")
      .flatMap((unit) =>
        unit.consumes
          .filter(
            ({ declared, scope, range }) => declared && scope === "runtime" && range !== undefined && range !== "",
          )
          .map(({ id, range = "", evidence: [first] }) => ({
            id,
            range,
            path: first?.path ?? unit.manifest ?? unit.path,
            line: first?.line,
          })),
      );
    const shared = [...Map.groupBy(asked, ({ id }) => id).values()]
      .filter((group) => group.length > 1)
      .map((group) => group.filter(({ range }) => keptRange(range) !== null))
      .filter((group) => new Set(group.map(({ path }) => path)).size > 1);
    if (shared.length === 0) return notApplicable("No two of its manifests ask for the same thing.");
    const apart = shared.flatMap((group) => {
      const ranges = [...new Set(group.map(({ range }) => range))].slice(0, 20);
      const pair = ranges
        .flatMap((a, index) => ranges.slice(index + 1).map((b) => [a, b] as const))
        .find(([a, b]) => areApart(a, b));
      return pair === undefined ? [] : [pair.flatMap((range) => group.find((one) => one.range === range) ?? [])];
    });
    const evidence = (apart.length > 0 ? apart : shared.slice(0, 1))
      .slice(0, 4)
      .flatMap((group) => group.slice(0, 2).map(({ path, line, id, range }) => at(path, line, `${id} ${range}`)));
    return atMost(
      apart.length,
      threshold("dependencies"),
      `${apart.length} of ${shared.length} shared dependencies are asked for in ranges that exclude one another.`,
      evidence,
    );
  },
};

function areApart(a: string, b: string): boolean {
  const [one, other] = [keptRange(a), keptRange(b)];
  return one !== null && other !== null && !intersects(one, other, { includePrerelease: true });
}

/** Lays what code hosts know over a snapshot. */
import type { ImportedFacts, Problem, Snapshot } from "@freehold/model";

/**
 * The snapshot with the facts beside what was read. What names a repository or product that is not there is a problem
 * of the new snapshot. The facts given replace those of an earlier import, kind by kind.
 */
export function withImported(snapshot: Snapshot, imported: ImportedFacts): Snapshot {
  const hosted = new Map(imported.repositories.map(({ repository, ...facts }) => [repository, facts]));
  const issues = new Map(imported.products.map((one) => [one.product, one.issues]));
  const issuesOf = new Map(snapshot.products.map(({ id, slug }) => [id, issues.get(id) ?? issues.get(slug)]));
  return {
    ...snapshot,
    ...(snapshot.repositoryFacts === undefined
      ? {}
      : {
          repositoryFacts: snapshot.repositoryFacts.map((facts) => {
            const found = hosted.get(facts.repository);
            return found === undefined ? facts : { ...facts, hosted: { ...facts.hosted, ...found } };
          }),
        }),
    ...(snapshot.productFacts === undefined
      ? {}
      : {
          productFacts: snapshot.productFacts.map((facts) => {
            const found = issuesOf.get(facts.product);
            return found === undefined ? facts : { ...facts, issues: found };
          }),
        }),
    problems: [...snapshot.problems, ...unknownNames(snapshot, hosted.keys(), issues.keys())],
  };
}

function unknownNames(
  { repositories, products }: Snapshot,
  hosted: Iterable<string>,
  issues: Iterable<string>,
): Problem[] {
  const homes = new Set(repositories.map(({ id }) => id));
  const names = new Set(products.flatMap(({ id, slug }) => [id, slug]));
  const unknown = [
    ...[...hosted].filter((id) => !homes.has(id)).map((id) => `repository \`${id}\``),
    ...[...issues].filter((name) => !names.has(name)).map((name) => `product \`${name}\``),
  ];
  return unknown.map((what) => ({
    code: "imported/unknown-name",
    severity: "warning",
    message: `facts were imported of ${what}, which is not among what was scanned`,
    hint: "Name it as `freehold scan --json` does.",
  }));
}

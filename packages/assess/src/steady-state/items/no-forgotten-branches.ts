import type { RepositoryFacts } from "@freehold/model";
import type { Outcome } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

const outcomes = new WeakMap<RepositoryFacts, Outcome>();

const DAYS = 90;
const DAY = 24 * 3600 * 1000;

/** Branches that were begun and neither merged nor dropped are half-done work that leaves with its author. */
export const noForgottenBranches: SteadyStateItem = {
  id: "no-forgotten-branches",
  title: "No branch with work of its own has been left for three months",
  mend: "Merge or delete the branches that nobody works on.",
  run({ repositoryFacts, portfolio }) {
    // The same for every product of a repository.
    const known = repositoryFacts === undefined ? undefined : outcomes.get(repositoryFacts);
    if (known !== undefined) return known;
    const outcome = outcomeOf(repositoryFacts, portfolio.asOf);
    if (repositoryFacts !== undefined) outcomes.set(repositoryFacts, outcome);
    return outcome;
  },
};

function outcomeOf(repositoryFacts: RepositoryFacts | undefined, asOf: number): Outcome {
  const branches = repositoryFacts?.branches ?? [];
  if (branches.length === 0) return unknown("No branches are known.");
  if (branches.some(({ merged }) => merged === undefined)) return unknown("Which branches are merged is not known.");
  const left = branches.filter(
    ({ merged, committedAt, name }) => merged === false && !isKept(name) && asOf - Date.parse(committedAt) > DAYS * DAY,
  );
  const evidence = left.slice(0, 5).map(({ name, commit, committedAt }) => ({
    commit,
    detail: `${name}, last changed ${committedAt.slice(0, 10)}`,
  }));
  const [first] = branches;
  return left.length === 0
    ? passed(`None of ${branches.length} branches is left over.`, [
        { commit: first?.commit ?? "", detail: first?.name ?? "" },
      ])
    : failed(`${left.length} of ${branches.length} branches are unmerged and untouched for three months.`, evidence);
}

/** Lines of release and published pages live beside the main line for good. */
function isKept(name: string): boolean {
  return /^(?:gh-pages|pages|release\b.*|releases\b.*|v?\d+(?:[.x-].*)?|.*[-/]v?\d+\.(?:\d+|x)(?:\.(?:\d+|x))?|stable\b.*|lts\b.*|next|beta|alpha|develop|staging|production)$/i.test(
    name,
  );
}

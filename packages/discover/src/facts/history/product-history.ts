/**
 * How each product changes: how much, by whom, and with what else. One pass over the changes, newest
 * first, which follows renames back, as ownership does.
 *
 * Machines, merges and releases are no changes of mind, and a commit over more than `SWEEPING` products
 * (a new formatter, a licence header) says nothing of two of them: neither counts for boundaries.
 */
import type { HistoryFacts } from "@freehold/model";
import { ChangeStatus, type History, type People } from "@freehold/repository";
import { documentRole } from "../documents/role.ts";
import { isPipeline } from "../pipelines/pipeline.ts";
import { saysRelease } from "../../products/history/places-in-history.ts";
import type { ProductPlaces } from "./product-places.ts";
import { ProductTally } from "./product-tally.ts";
import { YEAR } from "./year.ts";

/** Documents, charters, pipelines: nobody gets another thing by them. */
function isForReaders(path: string): boolean {
  return documentRole(path) !== undefined || isPipeline(path) || /(?:^|\/)product\.ya?ml$/.test(path);
}

const SWEEPING = 20;
const NONE: readonly number[] = [];

/** History by id of the product; products that no commit touched are left out. O(changes · depth). */
export function productHistories(
  history: History,
  people: People,
  places: ProductPlaces,
): ReadonlyMap<string, HistoryFacts> {
  const { commits, changes } = history;
  let asOf = 0;
  for (let commit = 0; commit < commits.time.length; commit++) asOf = Math.max(asOf, commits.time[commit] ?? 0);
  const tallies = places.products.map((product) => new ProductTally(product, asOf));
  const { firstChange } = commits;
  const present = new Uint32Array(history.paths.length);
  for (let path = 0; path < present.length; path++) present[path] = path;
  const located = new Int32Array(history.paths.length).fill(-2);
  /** What nobody gets with a release: 1, else 2; 0 is not looked at yet. */
  const telling = new Uint8Array(history.paths.length);
  // The commit in which each product was met last: there are too many commits for a set each.
  const metIn = new Int32Array(places.products.length).fill(-1);

  for (let commit = commits.id.length - 1; commit >= 0; commit--) {
    const leaves: number[] = [];
    let shipped = false;
    const recent = (commits.time[commit] ?? 0) > asOf - YEAR;
    const end = firstChange[commit + 1] ?? 0;
    for (let change = firstChange[commit] ?? 0; change < end; change++) {
      const old = changes.path[change] ?? 0;
      const current = present[old] ?? old;
      const place = locate(current);
      if (place >= 0 && metIn[place] !== commit) leaves.push(place);
      if (place >= 0) metIn[place] = commit;
      if (place >= 0 && !shipped) shipped = !onlyTells(current);
      const status = changes.status[change];
      const from = changes.from[change] ?? -1;
      if (status === ChangeStatus.renamed && from >= 0) present[from] = current;
      if (recent && place >= 0) for (const one of places.lines[place] ?? []) tallies[one]?.grow(status);
    }
    if (leaves.length > 0) record(commit, leaves, shipped);
  }
  return new Map(
    places.products.flatMap(({ id }, index) => {
      const facts = tallies[index]?.facts(places.products);
      return facts === undefined ? [] : [[id, facts] as const];
    }),
  );

  function locate(path: number): number {
    const known = located[path] ?? -2;
    if (known !== -2) return known;
    return (located[path] = places.productOf(history.paths[path] ?? ""));
  }

  function onlyTells(path: number): boolean {
    if (telling[path] === 0) telling[path] = isForReaders(history.paths[path] ?? "") ? 1 : 2;
    return telling[path] === 1;
  }

  function record(commit: number, leaves: readonly number[], shipped: boolean): void {
    const person = people.ofAuthor[commits.author[commit] ?? 0] ?? 0;
    const who = people.people[person];
    const machine = who?.bot === true;
    const told = {
      id: commits.id[commit] ?? "",
      time: commits.time[commit] ?? 0,
      shipped,
      person: machine ? undefined : who?.id,
      boundaries: !machine && leaves.length <= SWEEPING && !saysRelease(commits.subject[commit] ?? ""),
    };
    for (const one of linesOf(leaves)) {
      // A single product is apart from none of those around it.
      const alone = leaves.length === 1 || !told.boundaries;
      const others = alone ? NONE : leaves.filter((leaf) => places.apart(one, leaf));
      tallies[one]?.add(told, others, places.products);
    }
  }

  function linesOf(leaves: readonly number[]): Iterable<number> {
    const [only = -1] = leaves;
    return leaves.length === 1
      ? (places.lines[only] ?? NONE)
      : new Set(leaves.flatMap((leaf) => places.lines[leaf] ?? NONE));
  }
}

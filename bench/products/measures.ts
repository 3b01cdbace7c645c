/** How well two partitions of the same elements agree. */

/** Label of each element; both lists have the same order. */
export type Labels = readonly string[];

/**
 * Adjusted Rand index (Hubert and Arabie, 1985): agreement on pairs beyond chance; 1 the same, 0 chance.
 */
export function adjustedRandIndex(found: Labels, truth: Labels): number {
  const cells = tally(found.map((label, index) => `${label}\n${truth[index] ?? ""}`));
  const both = pairsOf(cells);
  const rows = pairsOf(tally(found));
  const columns = pairsOf(tally(truth));
  const all = (found.length * (found.length - 1)) / 2;
  const chance = (rows * columns) / all;
  const most = (rows + columns) / 2;
  return most === chance ? 1 : (both - chance) / (most - chance);
}

/** B-cubed F1 (Bagga and Baldwin, 1998): for each element how pure and how complete its group is, averaged. */
export function bCubedF1(found: Labels, truth: Labels): number {
  const cells = tally(found.map((label, index) => `${label}\n${truth[index] ?? ""}`));
  const rows = tally(found);
  const columns = tally(truth);
  let precision = 0;
  let recall = 0;
  for (const [index, label] of found.entries()) {
    const right = truth[index] ?? "";
    const shared = cells.get(`${label}\n${right}`) ?? 0;
    precision += shared / (rows.get(label) ?? 1);
    recall += shared / (columns.get(right) ?? 1);
  }
  return precision + recall === 0 ? 0 : (2 * precision * recall) / ((precision + recall) * found.length);
}

function tally(labels: Labels): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function pairsOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

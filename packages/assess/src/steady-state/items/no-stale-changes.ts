import { failed, passed, unknown } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

const DAYS = 90;
const DAY = 24 * 3600 * 1000;

/** A change that waits for months is half-done work, and somebody waits behind it. */
export const noStaleChanges: SteadyStateItem = {
  id: "no-stale-changes",
  title: "No change request has been still for three months",
  mend: "Merge, take over or close those that the evidence names; import them where they are not known.",
  run({ repositoryFacts }) {
    const changes = repositoryFacts?.hosted?.changes;
    if (changes === undefined) return unknown("Its open change requests were not imported.");
    const { importedAt, source, open, drafts, oldest, url } = changes;
    const still = oldest.filter(({ changedAt }) => Date.parse(importedAt) - Date.parse(changedAt) > DAYS * DAY);
    const page = url === undefined ? "" : `: ${url}`;
    const seen = { detail: `imported from ${source} on ${importedAt.slice(0, 10)}${page}` };
    if (still.length === 0)
      return passed(`${open} are open, ${drafts} of them drafts, and none has been still for three months.`, [seen]);
    const most =
      still.length === oldest.length && open > oldest.length ? `At least ${still.length}` : String(still.length);
    return failed(`${most} of ${open} open change requests have been still for three months.`, [
      ...still.slice(0, 5).map(({ title, url: place, draft, changedAt }) => ({
        detail: `${place}  ${draft ? "draft: " : ""}${title}, still since ${changedAt.slice(0, 10)}`,
      })),
      seen,
    ]);
  },
};

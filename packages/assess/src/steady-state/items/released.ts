import type { Document } from "@freehold/model";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

const DAYS = 90;
const DAY = 24 * 3600 * 1000;

/** What was changed and never released is known to its author alone. */
export const released: SteadyStateItem = {
  id: "released",
  title: "What was changed has been released",
  mend: "Release what has been changed since the last version.",
  run(context) {
    const { facts } = context;
    // A whole is released by its parts.
    const [latest] = [context.product, ...context.parts]
      .flatMap(({ id }) => context.portfolio.facts.get(id)?.releases.slice(0, 1) ?? [])
      .toSorted((a, b) => (a.releasedAt < b.releasedAt ? 1 : -1));
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    if (latest === undefined) return notApplicable("It is not released by tags.");
    if (facts.history === undefined) return unknown("Its history was not read.");
    // What is only read is not released.
    const changed = Date.parse(facts.history.lastShipped ?? facts.history.lastCommit);
    const days = Math.round((changed - Date.parse(latest.releasedAt)) / DAY);
    const evidence = [{ commit: latest.commit, detail: `${latest.tag}, ${latest.releasedAt.slice(0, 10)}` }];
    const told = facts.documents.flatMap((document) => unreleasedIn(document) ?? [])[0];
    const waited = Math.round((context.portfolio.asOf - Date.parse(latest.releasedAt)) / DAY);
    if (told !== undefined && waited > DAYS && changed > Date.parse(latest.releasedAt))
      return failed(`Its changelog tells of what is not released yet, ${waited} days after ${latest.tag}.`, [
        context.at(told.path, told.line, told.text),
        ...evidence,
      ]);
    return days <= DAYS
      ? passed(`Its last change came at most ${Math.max(0, days)} days after its last release.`, evidence)
      : failed(`It was changed up to ${days} days after its last release.`, evidence);
  },
};

/** The section of that name, where something is told in it: keepachangelog.com groups it by headings one deeper. */
function unreleasedIn({ path, role, headings }: Document): { path: string; line: number; text: string } | undefined {
  const at = role === "changelog" ? headings.findIndex(({ text }) => /^\W*unreleased\b/i.test(text)) : -1;
  const [section, next] = [headings[at], headings[at + 1]];
  return section === undefined || next === undefined || next.depth <= section.depth
    ? undefined
    : { path, line: section.line, text: section.text };
}

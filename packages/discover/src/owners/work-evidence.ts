/** A person's work on a part, in words and with the commits to look at. */
import type { Evidence } from "@freehold/model";
import type { Ledger } from "./ledger.ts";
import type { Tally, Work } from "./tally.ts";

export function describeWork(ledger: Ledger, work: Work, tally: Tally): Evidence[] {
  const evidence: Evidence[] = [];
  const first = ledger.commitIds[work.firstCommit];
  const last = ledger.commitIds[work.lastCommit];
  if (first !== undefined && work.created > 0) {
    evidence.push({
      rule: "owners.created",
      commit: first,
      detail: `created ${plain(work.created)} of ${tally.files} files`,
    });
  }
  if (last !== undefined) {
    const detail = `${plain(work.commits)} of ${tally.commits} commits, ${day(work.first)} to ${day(work.last)}; ${plain(work.lines)} lines added`;
    evidence.push({ rule: "owners.commits", commit: last, detail });
  }
  return evidence;
}

/** Co-authors get shares, so counts may be broken. */
function plain(count: number): string {
  return String(Math.round(count * 10) / 10);
}

/** Thousands of times are told, on few days. */
const days = new Map<number, string>();
const DAY = 86_400;

function day(seconds: number): string {
  const since = Math.floor(Math.min(Math.max(seconds, 0), 253_402_300_799) / DAY);
  const known = days.get(since);
  if (known !== undefined) return known;
  const made = new Date(since * DAY * 1000).toISOString().slice(0, 10);
  days.set(since, made);
  return made;
}

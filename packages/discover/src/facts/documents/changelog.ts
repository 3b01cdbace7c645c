/** The releases that a changelog describes, read from its headings (keepachangelog.com and its kin). */
import type { PlacedText } from "@freehold/model";

const VERSION = /(?:^|[\s[(@/v])v?(\d+\.\d+(?:\.\d+)?(?:-[\w.]+)?(?:\+[\w.]+)?)\b/;
const DATE = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/;

export interface ChangelogRelease {
  version: string;
  date?: string;
  line: number;
}

export function changelogReleases(headings: readonly (PlacedText & { readonly depth: number })[]): ChangelogRelease[] {
  const found: ChangelogRelease[] = [];
  for (const { text, line } of headings) {
    const version = VERSION.exec(text.replace(DATE, " "))?.[1];
    if (version === undefined) continue;
    const [, year, month, day] = DATE.exec(text) ?? [];
    const date = year === undefined ? undefined : `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
    found.push({ version, ...(date === undefined ? {} : { date }), line });
  }
  return found;
}

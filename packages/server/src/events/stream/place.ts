/** Ids of server-sent events: `7.3` is the fourth change of revision 7, `7` the end of that revision. */
import type { EventPlace } from "@freehold/store";

export function writePlace({ revision, ordinal }: EventPlace): string {
  return ordinal === undefined ? String(revision) : `${revision}.${ordinal}`;
}

/** Undefined where the text is no place. */
export function readPlace(text: string): EventPlace | undefined {
  const [, revision, ordinal] = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (revision === undefined) return undefined;
  return { revision: Number(revision), ...(ordinal === undefined ? {} : { ordinal: Number(ordinal) }) };
}

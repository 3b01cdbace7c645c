/** A snapshot in which every text that may be any text would be a script, were it ever read as markup. */
import { snapshotSchema, type Snapshot } from "@freehold/model";

/** Seen in a page as words; `data-stored` would be an attribute if one were made of it. */
export const SCRIPT = `"><img data-stored src=x onerror="window.ran=1"><script data-stored>window.ran=1</script>`;

/**
 * All texts get the script at their end, equal ones alike, so that what names something else still does; where the
 * schema refuses one, such as a date or a kind, it stays as it was. What is an address runs when it is followed.
 */
export function poisoned(snapshot: Snapshot): unknown {
  const kept = new Set<string>();
  for (;;) {
    const copy = poison(snapshot, "", kept);
    const { error } = snapshotSchema.safeParse(copy);
    if (error === undefined) return copy;
    for (const { path } of error.issues) kept.add(path.map((part) => `/${String(part)}`).join(""));
  }
}

function poison(value: unknown, at: string, kept: ReadonlySet<string>): unknown {
  if (kept.has(at)) return value;
  if (typeof value === "string")
    return /^https?:/.test(value) ? `javascript:window.ran=1//${SCRIPT}` : `${value}${SCRIPT}`;
  if (Array.isArray(value)) return value.map((item, place) => poison(item, `${at}/${place}`, kept));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, poison(item, `${at}/${key}`, kept)]));
}

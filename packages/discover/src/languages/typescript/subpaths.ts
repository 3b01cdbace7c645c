/** Matching keys of `exports`, `imports` and `paths`, which may have one `*`. */

export interface Match {
  readonly key: string;
  /** What the `*` stands for. */
  readonly star: string;
}

/** The key that matches best: an exact one, else the one with the longest part in front of its `*`. */
export function matchKey(keys: Iterable<string>, wanted: string): Match | undefined {
  let best: Match | undefined;
  let length = -1;
  for (const key of keys) {
    if (key === wanted) return { key, star: "" };
    const star = key.indexOf("*");
    const head = star === -1 ? key : key.slice(0, star);
    const tail = star === -1 ? "" : key.slice(star + 1);
    // A key that ends with `/` is the older form of `/*`.
    if (star === -1 && !key.endsWith("/")) continue;
    if (head.length <= length || wanted.length < head.length + tail.length) continue;
    if (!wanted.startsWith(head) || !wanted.endsWith(tail)) continue;
    best = { key, star: wanted.slice(head.length, wanted.length - tail.length) };
    length = head.length;
  }
  return best;
}

/** `target` with the star filled in. */
export function fill(target: string, { key, star }: Match): string {
  if (key.includes("*")) return target.replaceAll("*", () => star);
  return target.endsWith("/") ? target + star : target;
}

/**
 * The targets of a conditional value, in the order it lists them. Which conditions hold is up to who
 * runs the program; for saying which file is meant any of them will do.
 */
export function targets(value: unknown, depth = 0): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || depth > 8) return [];
  return Object.values(value).flatMap((item) => targets(item, depth + 1));
}

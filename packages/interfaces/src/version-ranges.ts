/** Version ranges: whether a new range admits all that an old one did. */

type Version = readonly [number, number, number];
/** From `low` on, up to and without `high`. */
interface Span {
  readonly low: Version;
  readonly high: Version;
}

const TOP: Version = [Number.POSITIVE_INFINITY, 0, 0];
const BOTTOM: Version = [0, 0, 0];

/** `narrower` where some version that the old range admits is refused by the new one. */
export function compareRanges(before: string, after: string): "wider" | "narrower" | "unknown" {
  const [old, next] = [spansOf(before), spansOf(after)];
  if (old === undefined || next === undefined) return "unknown";
  return old.every((span) => covered(span, next)) ? "wider" : "narrower";
}

function covered(span: Span, by: readonly Span[]): boolean {
  let low = span.low;
  for (const other of [...by].sort((a, b) => compare(a.low, b.low))) {
    if (compare(other.low, low) > 0) break;
    if (compare(other.high, low) > 0) low = other.high;
    if (compare(low, span.high) >= 0) return true;
  }
  return compare(low, span.high) >= 0;
}

function compare(a: Version, b: Version): number {
  for (const at of [0, 1, 2] as const) if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
  return 0;
}

function spansOf(range: string): Span[] | undefined {
  const spans: Span[] = [];
  for (const part of range.split("||")) {
    const span = conjunction(part.trim());
    if (span === undefined) return undefined;
    if (compare(span.low, span.high) < 0) spans.push(span);
  }
  return spans;
}

function conjunction(text: string): Span | undefined {
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text);
  if (hyphen !== null) {
    const [low, high] = [comparator(`>=${hyphen[1]}`), comparator(`<=${hyphen[2]}`)];
    return low === undefined || high === undefined ? undefined : { low: low.low, high: high.high };
  }
  let span: Span = { low: BOTTOM, high: TOP };
  for (const word of text.replace(/([<>=~^])\s+/g, "$1").split(/\s+/)) {
    const next = comparator(word);
    if (next === undefined) return undefined;
    span = {
      low: compare(next.low, span.low) > 0 ? next.low : span.low,
      high: compare(next.high, span.high) < 0 ? next.high : span.high,
    };
  }
  return span;
}

/** One comparator; pre-release tags are beyond it. */
function comparator(word: string): Span | undefined {
  if (word === "" || word === "*" || word === "x" || word === "latest") return { low: BOTTOM, high: TOP };
  const match = /^(>=|<=|>|<|=|\^|~)?v?(\d+)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?$/.exec(word);
  if (match === null) return undefined;
  const [, operator = "=", first = "0", second, third] = match;
  const major = Number(first);
  const minor = second === undefined || /[x*]/.test(second) ? undefined : Number(second);
  const patch = minor === undefined || third === undefined || /[x*]/.test(third) ? undefined : Number(third);
  const low: Version = [major, minor ?? 0, patch ?? 0];
  const next: Version =
    minor === undefined ? [major + 1, 0, 0] : patch === undefined ? [major, minor + 1, 0] : [major, minor, patch + 1];
  switch (operator) {
    case ">=":
      return { low, high: TOP };
    case ">":
      return { low: next, high: TOP };
    case "<":
      return { low: BOTTOM, high: low };
    case "<=":
      return { low: BOTTOM, high: next };
    case "~":
      return { low, high: minor === undefined ? next : [major, minor + 1, 0] };
    case "^":
      return {
        low,
        high:
          major > 0 || minor === undefined
            ? [major + 1, 0, 0]
            : minor > 0 || patch === undefined
              ? [0, minor + 1, 0]
              : [0, 0, patch + 1],
      };
    default:
      return { low, high: next };
  }
}

/**
 * The globs of workspace declarations: `*`, `?`, `**`, `{a,b}`, `[ab]`, against folders.
 *
 * Patterns come from scanned repositories, so matching is a walk over segments and characters that
 * takes at most pattern times path steps, where a translation to regular expressions could take forever.
 */
const MAX_ALTERNATIVES = 256;

export type Glob = (path: string) => boolean;

/** Patterns relative to a folder of the repository, in order; a later one that begins with `!` takes away. */
export function compileGlobs(patterns: readonly string[], folder = ""): Glob {
  const base = folder === "" ? [] : folder.split("/");
  const rules = patterns.map((pattern) => ruleOf(pattern, base));
  return (path) => {
    const segments = path === "" ? [] : path.split("/");
    let chosen = false;
    for (const { negative, alternatives } of rules) {
      if (negative === chosen && alternatives.some((one) => matchSegments(one, segments))) chosen = !negative;
    }
    return chosen;
  };
}

interface Rule {
  readonly negative: boolean;
  /** Segments of each alternative that braces give. */
  readonly alternatives: readonly (readonly string[])[];
}

function ruleOf(pattern: string, base: readonly string[]): Rule {
  const negative = pattern.startsWith("!");
  const expanded = expandBraces(negative ? pattern.slice(1) : pattern);
  const alternatives = expanded.map((one) => segmentsOf(one, base)).filter((one) => one !== undefined);
  return { negative, alternatives };
}

function segmentsOf(pattern: string, base: readonly string[]): readonly string[] | undefined {
  const segments = pattern.startsWith("/") ? [] : [...base];
  for (const segment of pattern.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments;
}

/** Two pointers with one point of return: the last `**` seen. */
function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  let p = 0;
  let s = 0;
  let starAt = -1;
  let resume = 0;
  while (s < path.length) {
    const wanted = pattern[p];
    if (wanted === "**") {
      starAt = p++;
      resume = s;
    } else if (wanted !== undefined && matchSegment(wanted, path[s] ?? "")) {
      p++;
      s++;
    } else if (starAt !== -1) {
      p = starAt + 1;
      s = ++resume;
    } else return false;
  }
  while (pattern[p] === "**") p++;
  return p === pattern.length;
}

function matchSegment(pattern: string, name: string): boolean {
  let p = 0;
  let n = 0;
  let starAt = -1;
  let resume = 0;
  while (n < name.length) {
    const width = pattern[p] === "*" ? 0 : widthIfMatches(pattern, p, name[n] ?? "");
    if (pattern[p] === "*") {
      starAt = p++;
      resume = n;
    } else if (width > 0) {
      p += width;
      n++;
    } else if (starAt !== -1) {
      p = starAt + 1;
      n = ++resume;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

/** How many characters of the pattern match this character of the name; 0 for none. */
function widthIfMatches(pattern: string, at: number, character: string): number {
  const wanted = pattern[at];
  if (wanted === "?" || wanted === character) return 1;
  if (wanted !== "[") return 0;
  const end = pattern.indexOf("]", at + 2);
  if (end === -1) return 0;
  const negative = pattern[at + 1] === "!" || pattern[at + 1] === "^";
  const inside = isInSet(pattern.slice(at + (negative ? 2 : 1), end), character);
  return inside === negative ? 0 : end - at + 1;
}

function isInSet(set: string, character: string): boolean {
  for (let at = 0; at < set.length; at++) {
    const low = set[at] ?? "";
    const high = set[at + 1] === "-" ? set[at + 2] : undefined;
    if (high === undefined ? low === character : low <= character && character <= high) return true;
    if (high !== undefined) at += 2;
  }
  return false;
}

/** `a/{b,c}` as `a/b` and `a/c`; beyond a bound the braces stay as they are. */
function expandBraces(pattern: string): readonly string[] {
  let patterns = [pattern];
  for (let round = 0; round < 16; round++) {
    const next = patterns.flatMap(expandOnce);
    if (next.length > MAX_ALTERNATIVES) return patterns;
    if (next.length === patterns.length && next.every((one, index) => one === patterns[index])) break;
    patterns = next;
  }
  return patterns;
}

/** Innermost braces first, so that nesting needs no stack. */
function expandOnce(pattern: string): readonly string[] {
  const close = pattern.indexOf("}");
  const open = close === -1 ? -1 : pattern.lastIndexOf("{", close);
  if (open === -1) return [pattern];
  const head = pattern.slice(0, open);
  const tail = pattern.slice(close + 1);
  return pattern
    .slice(open + 1, close)
    .split(",")
    .map((choice) => head + choice + tail);
}

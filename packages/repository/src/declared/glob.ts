/**
 * Path patterns of ownership files.
 *
 * A matcher of our own and no regular expressions, because the patterns come from the scanned
 * repository: `*a*a*a*a*` must not take minutes. Greedy matching with one point of return is linear
 * in practice and quadratic at worst, for segments and for `**` alike.
 */

export interface Glob {
  readonly segments: readonly string[];
  /** Folders in front that hold no wildcard: nothing outside them can match. */
  readonly prefix: string;
}

export interface GlobSyntax {
  /** A pattern with a slash inside may start at any depth (GitLab); otherwise it is anchored (GitHub, git). */
  readonly relativeAnywhere: boolean;
  /** `/docs` also matches what is below a folder of that name (GitHub, git). */
  readonly folderWithoutSlash: boolean;
}

/** Reads a pattern; `scope` is the folder it is relative to. A lone `*` as last segment matches direct children only. */
export function parseGlob(pattern: string, syntax: GlobSyntax, scope = ""): Glob {
  const anchored = pattern.startsWith("/");
  const segments = pattern.split("/").filter((segment, index, all) => segment !== "" || index === all.length - 1);
  const inside = segments.filter((segment) => segment !== "").length > 1;
  const last = segments.at(-1);
  if (last === "") segments[segments.length - 1] = "**";
  else if (syntax.folderWithoutSlash && last !== "*" && last !== "**") segments.push("***");
  if (!anchored && (syntax.relativeAnywhere || !inside)) segments.unshift("**");
  const full = scope === "" ? segments : [...scope.split("/").map(escapeGlob), ...segments];
  return { segments: full, prefix: literalPrefix(full) };
}

/** Whether a path (`/` separated, without leading slash) matches. */
export function matchesGlob(glob: Glob, path: readonly string[]): boolean {
  const { segments } = glob;
  let at = 0;
  let segment = 0;
  let resumeSegment = -1;
  let resumeAt = 0;
  while (at < path.length) {
    const current = segments[segment];
    if (current === "***") return true;
    if (current === "**") {
      if (segment === segments.length - 1) return true;
      resumeSegment = ++segment;
      resumeAt = at;
    } else if (current !== undefined && matchesSegment(current, path[at] ?? "")) {
      segment++;
      at++;
    } else if (resumeSegment >= 0) {
      segment = resumeSegment;
      at = ++resumeAt;
    } else {
      return false;
    }
  }
  return segment === segments.length || (segment === segments.length - 1 && segments[segment] === "***");
}

/** One segment with `*`, `?`, `[a-z]` and `\` escapes. */
function matchesSegment(pattern: string, text: string): boolean {
  if (pattern === text || pattern === "*") return text !== "";
  let at = 0;
  let p = 0;
  let resumeP = -1;
  let resumeAt = 0;
  while (at < text.length) {
    const width = p < pattern.length ? tokenWidth(pattern, p) : 0;
    if (width > 0 && pattern[p] === "*") {
      resumeP = ++p;
      resumeAt = at;
    } else if (width > 0 && matchesToken(pattern, p, width, text[at] ?? "")) {
      p += width;
      at++;
    } else if (resumeP >= 0) {
      p = resumeP;
      at = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

function tokenWidth(pattern: string, p: number): number {
  if (pattern[p] === "\\") return p + 1 < pattern.length ? 2 : 1;
  if (pattern[p] !== "[") return 1;
  const close = pattern.indexOf("]", p + 2);
  return close < 0 ? 1 : close - p + 1;
}

function matchesToken(pattern: string, p: number, width: number, char: string): boolean {
  const first = pattern[p];
  if (first === "?") return true;
  if (first === "\\" && width === 2) return pattern[p + 1] === char;
  if (first !== "[" || width < 3) return first === char;
  const negated = pattern[p + 1] === "!" || pattern[p + 1] === "^";
  return inClass(pattern.slice(p + (negated ? 2 : 1), p + width - 1), char) !== negated;
}

function inClass(members: string, char: string): boolean {
  for (let i = 0; i < members.length; i++) {
    const from = members[i] ?? "";
    const to = members[i + 1] === "-" ? members[i + 2] : undefined;
    if (to === undefined ? from === char : from <= char && char <= to) return true;
    if (to !== undefined) i += 2;
  }
  return false;
}

function escapeGlob(text: string): string {
  return text.replace(/[*?[\\]/g, "\\$&");
}

function literalPrefix(segments: readonly string[]): string {
  const end = segments.findIndex((segment) => /[*?[\\]/.test(segment));
  return (end < 0 ? segments : segments.slice(0, end)).join("/");
}

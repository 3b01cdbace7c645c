/**
 * `freehold-ignore <rule>: reason` in a comment, on the line of a finding or on the line above: what
 * somebody decided to leave as it is, with the reason beside the code that it is about.
 *
 * Only comments count, as far as a line alone shows: a marker inside of quotes is text. Markers are those of
 * the file's kind; a file of a kind without comments (JSON) has none.
 */
export interface IgnoreComment {
  /** As it is written: `layer`, or `check/layer`. */
  readonly rule: string;
  /** Absent: none is given. */
  readonly reason?: string;
  /** Where the comment stands. */
  readonly line: number;
  /** The line that it is about: its own where there is code before it, else the next one that is no such comment. */
  readonly about: number;
}

type Marker = "//" | "/*" | "#" | "<!--";

const BY_ENDING: Readonly<Record<string, readonly Marker[]>> = {
  ...endings("ts mts cts tsx js mjs cjs jsx go rs java kt kts scala swift c h cc cpp hpp cs dart gradle", "//", "/*"),
  ...endings("proto mod work jsonc json5 groovy", "//", "/*"),
  ...endings("vue svelte astro", "//", "/*", "<!--"),
  ...endings("html xml csproj fsproj vbproj props targets", "<!--"),
  ...endings("py pyi rb sh bash yaml yml toml cfg ini tf hcl graphql gql dockerfile mk pl r jl ex exs", "#"),
  ...endings("php", "//", "/*", "#"),
};
const BY_NAME = /^(?:dockerfile(?:\..*)?|makefile|codeowners|gemfile|pipfile|\.gitmodules|requirements.*\.txt)$/i;

const WORD = "freehold-ignore";
const FORM = /^freehold-ignore(?:\s+([\w./-]+))?\s*(?::\s*(.*))?$/;
const LONGEST_LINE = 2000;
/** Nothing, or the brace around a comment in JSX. */
const BEFORE = /^\s*\{?\s*$/;

/** Markers of comments in a file, by its name; empty: it can't hold any. */
export function commentMarkers(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (BY_NAME.test(name)) return ["#"];
  return BY_ENDING[name.slice(name.lastIndexOf(".") + 1)] ?? [];
}

/** Every such comment of a text, in order. Linear. */
export function ignoreComments(path: string, text: string): readonly IgnoreComment[] {
  if (!text.includes(WORD)) return [];
  const markers = commentMarkers(path);
  if (markers.length === 0) return [];
  const found: { readonly comment: Omit<IgnoreComment, "about">; readonly alone: boolean }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (!line.includes(WORD) || line.length > LONGEST_LINE) continue;
    const at = commentStart(line, markers);
    if (at === undefined) continue;
    const read = readComment(line.slice(at.from));
    if (read !== undefined)
      found.push({ comment: { ...read, line: index + 1 }, alone: BEFORE.test(line.slice(0, at.start)) });
  }
  const alone = new Set(found.filter((one) => one.alone).map(({ comment }) => comment.line));
  return found.map((one) => {
    let about = one.comment.line;
    while (alone.has(about)) about++;
    return { ...one.comment, about: one.alone ? about : one.comment.line };
  });
}

function readComment(body: string): Omit<IgnoreComment, "about" | "line"> | undefined {
  const plain = body.replace(/(?:\*\/|-->).*$/, "").trim();
  const parts = FORM.exec(plain);
  if (parts === null) return undefined;
  const [, rule = "", reason = ""] = parts;
  return { rule, ...(reason.trim() === "" ? {} : { reason: reason.trim() }) };
}

/** Where the first comment of a line begins, and its text; quotes before it hide markers. */
function commentStart(
  line: string,
  markers: readonly string[],
): { readonly start: number; readonly from: number } | undefined {
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? "";
    if (quote !== "") {
      if (character === "\\") at++;
      else if (character === quote) quote = "";
      continue;
    }
    const marker = markers.find((one) => line.startsWith(one, at));
    if (marker !== undefined) return { start: at, from: at + marker.length };
    if (character === '"' || character === "'" || character === "`") quote = character;
  }
  return undefined;
}

function endings(list: string, ...markers: Marker[]): Record<string, readonly Marker[]> {
  return Object.fromEntries(list.split(" ").map((ending) => [ending, markers]));
}

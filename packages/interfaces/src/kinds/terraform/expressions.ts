/**
 * What kind of value an expression certainly gives, by its outermost form. Anything that takes knowing the
 * state or a provider's schema is `unknown`, and equal to everything.
 */
import type { HclToken } from "../../hcl/index.ts";

export type ValueKind = "string" | "number" | "bool" | "list" | "map" | "unknown";

const RESULTS: Readonly<Record<Exclude<ValueKind, "unknown">, string>> = {
  string: `abspath base64decode base64encode base64gzip base64sha256 base64sha512 basename bcrypt chomp cidrhost cidrnetmask
    cidrsubnet dirname file filebase64 filemd5 filesha256 format formatdate indent join jsonencode lower md5 nonsensitive_text
    pathexpand replace rsadecrypt sha1 sha256 sha512 strrev substr templatefile textdecodebase64 textencodebase64 timeadd
    timestamp title tostring trim trimprefix trimspace trimsuffix upper urlencode uuid uuidv5 yamlencode`,
  number: "abs ceil floor length log max min parseint pow signum sum tonumber timecmp",
  bool: "alltrue anytrue can contains endswith fileexists issensitive startswith strcontains tobool",
  list: "chunklist cidrsubnets compact concat distinct flatten formatlist keys matchkeys range regexall reverse setintersection setproduct setsubtract setunion slice sort split tolist toset transpose_list values",
  map: "merge tomap transpose zipmap",
};

const KIND_OF = new Map(
  Object.entries(RESULTS).flatMap(([kind, names]) =>
    names.split(/\s+/).map((name) => [name, kind as ValueKind] as const),
  ),
);

export function expressionKind(tokens: readonly HclToken[]): ValueKind {
  const [first, second] = tokens;
  if (first === undefined || hasTopLevelChoice(tokens)) return "unknown";
  if (first.kind === "heredoc" || (first.kind === "text" && tokens.length === 1))
    return isBareTemplate(first) ? "unknown" : "string";
  if (first.kind === "number" && tokens.length === 1) return "number";
  if (first.text === "true" || first.text === "false") return tokens.length === 1 ? "bool" : "unknown";
  if (first.text === "[" && closesAtEnd(tokens, 0)) return "list";
  if (first.text === "{" && closesAtEnd(tokens, 0)) return "map";
  if (first.kind === "name" && second?.text === "(" && closesAtEnd(tokens, 1))
    return KIND_OF.get(first.text) ?? "unknown";
  return isSplat(tokens) ? "list" : "unknown";
}

/** `"${x}"` is x itself. */
function isBareTemplate({ text }: HclToken): boolean {
  return /^"\$\{[^"]*\}"$/.test(text);
}

function hasTopLevelChoice(tokens: readonly HclToken[]): boolean {
  let depth = 0;
  return tokens.some(({ text, kind }) => {
    if (kind !== "sign") return false;
    if ("([{".includes(text)) depth++;
    else if (")]}".includes(text)) depth--;
    return depth === 0 && text === "?";
  });
}

function closesAtEnd(tokens: readonly HclToken[], from: number): boolean {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const { text, kind } = tokens[at] ?? { text: "", kind: "sign" };
    if (kind !== "sign") continue;
    if ("([{".includes(text)) depth++;
    else if (")]}".includes(text) && --depth === 0) return at === tokens.length - 1;
  }
  return false;
}

/** `a.b[*].id`. */
function isSplat(tokens: readonly HclToken[]): boolean {
  return (
    tokens.every(
      ({ text, kind }) =>
        kind === "name" || text === "." || text === "[" || text === "]" || text === "*" || kind === "number",
    ) && tokens.some(({ text }, at) => text === "*" && /^[.[]$/.test(tokens[at - 1]?.text ?? ""))
  );
}

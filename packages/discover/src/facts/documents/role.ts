/** Which document a file is, by its name and place: the names that code hosts and tools look for. */
import type { DocumentRole } from "@freehold/model";

const TEXT = /^(?:md|mdx|markdown|rst|txt|adoc|asciidoc)$/;

const BY_STEM: readonly (readonly [RegExp, DocumentRole])[] = [
  [/^readme$/, "readme"],
  [/^(?:install(?:ation|ing)?|getting[-_ ]started|quick[-_ ]?start|usage)(?:[-_.].*)?$/, "installation"],
  [/^contributing$/, "contributing"],
  [/^(?:changelog|changes|history|news|releases|release-notes)$/, "changelog"],
  [/^code[-_ ]of[-_ ]conduct$/, "conduct"],
  [/^security$/, "security"],
  [/^support$/, "support"],
  [/^(?:governance|trusted[-_ ]committers)$/, "governance"],
  [/^(?:licen[cs]e|copying|unlicense)(?:[-_.].*)?$/, "licence"],
  [/^(?:issue[-_ ]template)$/, "issue-template"],
  [/^(?:pull[-_ ]request[-_ ]template|merge[-_ ]request[-_ ]template)$/, "change-template"],
];

const DOCUMENTATION = /^(?:docs?|documentation|guides?|website|site|book|manual|handbook|wiki)$/;
const DECISIONS = /^(?:decisions|adrs?|rfcs?|architecture-decisions|decision-records)$/;

/** Undefined for what is no document: source, data, pictures. */
export function documentRole(path: string): DocumentRole | undefined {
  const folders = path.toLowerCase().split("/");
  const name = folders.pop() ?? "";
  const dot = name.lastIndexOf(".");
  const ending = dot < 0 ? "" : name.slice(dot + 1);
  const template = templateRole(folders);
  if (template !== undefined) return /^(?:md|markdown|ya?ml)$/.test(ending) ? template : undefined;
  const isText = TEXT.test(ending);
  const stem = isText ? name.slice(0, dot) : name;
  const named = BY_STEM.find(([pattern]) => pattern.test(stem))?.[1];
  const documented = folders.some((folder) => DOCUMENTATION.test(folder));
  if (named === "installation") return isText ? (documented ? "guide" : named) : undefined;
  if (named !== undefined && (isText || dot < 0 || named === "licence")) {
    return named === "licence" && /^(?:[cm]?[jt]sx?|go|rs|py|json|ya?ml|toml|html|css|svg|png|sh)$/.test(ending)
      ? undefined
      : named;
  }
  if (!isText || ending === "txt") return undefined;
  if (folders.some((folder) => DECISIONS.test(folder))) return "decision";
  return documented ? "guide" : undefined;
}

function templateRole(folders: readonly string[]): DocumentRole | undefined {
  const folder = folders.at(-1) ?? "";
  if (/^issue[-_ ]templates?$/.test(folder)) return "issue-template";
  if (/^(?:pull|merge)[-_ ]request[-_ ]templates?$/.test(folder)) return "change-template";
  return undefined;
}

/**
 * What a product says it is for: in its charter, in another tool's file, in its manifest, or in the
 * first sentences of its README. Only the charter's is a declared mission; the rest is inferred.
 */
import type { Claim, Evidence, Unit } from "@freehold/model";
import type { Paragraph, RepositoryFacts } from "./input.ts";
import { folderOf } from "./paths.ts";

const LONGEST = 300;
const LINK = /\[([^\]]{0,300})\](?:\([^)]{0,500}\)|\[[^\]]{0,100}\])/g;

export function inferMission(
  unit: Unit | undefined,
  readme: Readme | undefined,
  repository: string,
): Claim<string> | undefined {
  const description = unit?.description?.trim();
  if (unit !== undefined && description !== undefined && description.split(/\s+/).length >= 3) {
    return inferred(description, 0.6, {
      rule: "products.mission-manifest",
      repository,
      ...(unit.manifest === undefined ? {} : { path: unit.manifest }),
      detail: "description",
    });
  }
  if (readme?.paragraph === undefined) return undefined;
  const { text, line } = readme.paragraph;
  return inferred(text, 0.5, {
    rule: "products.mission-readme",
    repository,
    path: readme.path,
    line,
    detail: "first paragraph",
  });
}

interface Readme {
  readonly path: string;
  readonly paragraph: Paragraph | undefined;
}

/** The README in a folder. */
export function indexReadmes(readmes: RepositoryFacts["readmes"]): ReadonlyMap<string, Readme> {
  const index = new Map<string, Readme>();
  for (const [path, paragraph] of readmes ?? [])
    if (!index.has(folderOf(path))) index.set(folderOf(path), { path, paragraph });
  return index;
}

/** The first prose of a document: no heading, badge, picture, row of links, list, quote, table or code. */
export function firstParagraph(document: string): Paragraph | undefined {
  const lines = withoutTags(asMarkdownLinks(document.slice(0, 20_000)))
    .split("\n")
    .map(sentenceOfTitle);
  let fenced = false;
  let start = -1;
  const paragraph: string[] = [];
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (/^(?:```|~~~)/.test(line)) fenced = !fenced;
    const next = lines[index + 1]?.trim() ?? "";
    const prose =
      !fenced &&
      line !== "" &&
      !/^(?:[#>|`~<!=:]|[*+-]\s|(?:[-*_]\s*){3,}$|\d+[.)]\s)/.test(line) &&
      !/^(?:=+|-+|~+)$/.test(next);
    if (prose) {
      if (start < 0) start = index;
      paragraph.push(line);
    } else if (paragraph.length > 0) {
      if (isProse(paragraph.join(" "))) break;
      paragraph.length = 0;
      start = -1;
    }
  }
  const text = plain(paragraph.join(" "));
  return isProse(paragraph.join(" ")) ? { text: shorten(text), line: start + 1 } : undefined;
}

/** Four words that are no links: a row of links leads elsewhere and says nothing. */
function isProse(markdown: string): boolean {
  return (
    plain(markdown).split(" ").length >= 4 &&
    plain(markdown.replace(LINK, ""))
      .split(" ")
      .filter((word) => /[\p{L}\p{N}]/u.test(word)).length >= 2
  );
}

/** `# Kite flies data to where it is needed.` is a sentence, wherever it stands. */
function sentenceOfTitle(line: string): string {
  const title = /^ {0,3}#{1,2} +(\S.{0,300}\.)\s*#*$/.exec(line)?.[1];
  return title !== undefined && title.split(" ").length >= 5 ? title : line;
}

/** `<a href="x">text</a>` as `[text](x)`, so that what follows knows one form. */
function asMarkdownLinks(text: string): string {
  return text.replace(/<a\s[^<>]{0,2000}>([^<>[\]]{0,300})<\/a>/g, "[$1](x)");
}

/** What is left of a tag. */
function newlines(tag: string): string {
  return tag.replace(/[^\n]/g, "");
}

/** Tags and comments taken out, their line breaks kept. */
function withoutTags(text: string): string {
  return text.replace(/<!--(?:(?!-->)[\s\S]){0,4000}-->/g, newlines).replace(/<[a-zA-Z/][^<>]{0,2000}>/g, newlines);
}

function plain(markdown: string): string {
  return markdown
    .replace(/!\[[^\]]{0,200}\]\([^)]{0,500}\)/g, "")
    .replace(LINK, "$1")
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf(". ", LONGEST);
  return end > 40 ? text.slice(0, end + 1) : `${text.slice(0, text.lastIndexOf(" ", LONGEST))}…`;
}

function inferred(value: string, confidence: number, evidence: Evidence): Claim<string> {
  return { value, provenance: "inferred", confidence, evidence: [evidence] };
}

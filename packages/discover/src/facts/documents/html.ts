/** The little that READMEs say in HTML: centred titles, links, pictures, paragraphs. */
import type { DocumentLink, PlacedText } from "@freehold/model";

export interface HtmlParts {
  readonly headings: readonly (PlacedText & { readonly depth: number })[];
  readonly links: readonly DocumentLink[];
  readonly text: string;
  /** The text without that of links. */
  readonly own: string;
}

const HEADING = /<h([1-6])\b[^<>]{0,500}>((?:(?!<\/?h[1-6]\b)[\s\S]){0,3000})<\/h\1\s*>/gi;
const LINK = /<(?:a|img)\b[^<>]{0,1000}?\s(?:href|src)\s*=\s*(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})')/gi;
const TAG = /<!--(?:(?!-->)[\s\S]){0,4000}-->|<[a-zA-Z/!][^<>]{0,2000}>/g;

/** `line` is that of the first character. */
export function htmlParts(html: string, line: number): HtmlParts {
  const headings = [...html.matchAll(HEADING)].flatMap((match) => {
    const text = plainOfHtml((match[2] ?? "").replace(TAG, " "));
    return text === "" ? [] : [{ text, depth: Number(match[1]), line: lineAt(html, match.index, line) }];
  });
  const links = [...html.matchAll(LINK)].map((match) => ({
    target: match[1] ?? match[2] ?? "",
    line: lineAt(html, match.index, line),
  }));
  const unlinked = html.replace(/<a\b[^<>]{0,1000}>(?:(?!<\/a>)[\s\S]){0,2000}<\/a\s*>/gi, " ");
  return { headings, links, text: plainOfHtml(html.replace(TAG, " ")), own: plainOfHtml(unlinked.replace(TAG, " ")) };
}

export function plainOfHtml(text: string): string {
  return text
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

function lineAt(text: string, offset: number, first: number): number {
  let line = first;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

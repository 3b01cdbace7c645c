/** The outline of a Markdown text. HTML in it, which READMEs use for centred titles, is read for its text. */
import type { DocumentLink, PlacedText } from "@freehold/model";
import MarkdownIt from "markdown-it";
import type { Fence } from "./code.ts";
import { limitsIn } from "./limits.ts";
import { htmlParts, plainOfHtml } from "./html.ts";

interface Heading extends PlacedText {
  readonly depth: number;
}

export interface Outline {
  readonly title: PlacedText | undefined;
  readonly lead: PlacedText | undefined;
  readonly headings: readonly Heading[];
  readonly links: readonly DocumentLink[];
  readonly fences: readonly Fence[];
  /** Code within a line. */
  readonly spans: readonly PlacedText[];
  readonly words: number;
  /** Where it says what something does not do. */
  readonly limits: readonly PlacedText[];
}

/** Half a sentence is no paragraph that introduces something. */
const LEAST_WORDS = 4;
/** Words of a paragraph that are no link; names of things that it speaks of often are. */
const LEAST_OWN = 3;
/** Welcomes the reader, and introduces nothing. */
const GREETING = /^(?:hi|hello|hey|welcome)\b|\bwelcome\W*$/i;

/** Notes, warnings and announcements in a quote come before the introduction and are none. */
const CALLOUT =
  /^(?:\[!\w+\]|\W*(?:note|warning|important|caution|notice|tip|deprecated|announcement|update|heads up)\b)/i;
const LONGEST_LEAD = 600;
const LONGEST_HEADING = 200;
const MOST_LIMITS = 20;

const parser = new MarkdownIt({ html: true, linkify: false, maxNesting: 50 });
type Token = ReturnType<typeof parser.parse>[number];

/** Never throws; linear for ordinary text, bounded nesting for hostile one. */
export function readMarkdown(source: string): Outline {
  const reader = new OutlineReader();
  const { text, skipped } = withoutFrontMatter(source);
  reader.read(parser.parse(text, {}), skipped);
  return reader.outline();
}

/** Pages of documentation begin with YAML between `---`: its title is theirs, the rest no prose. */
function withoutFrontMatter(source: string): { readonly text: string; readonly skipped: number } {
  const end = source.startsWith("---\n") ? source.indexOf("\n---", 4) : -1;
  if (end < 0 || end > 20_000) return { text: source, skipped: 0 };
  return { text: source.slice(end + 4), skipped: source.slice(0, end + 4).split("\n").length - 1 };
}

class OutlineReader {
  readonly #headings: Heading[] = [];
  readonly #links: DocumentLink[] = [];
  readonly #fences: Fence[] = [];
  readonly #spans: PlacedText[] = [];
  readonly #limits: PlacedText[] = [];
  #lead: PlacedText | undefined;
  #greeting: PlacedText | undefined;
  #words = 0;
  #line = 1;
  #tabled = 0;
  #listed = 0;

  read(tokens: readonly Token[], skipped: number): void {
    for (const [index, token] of tokens.entries()) {
      if (token.map !== null) this.#line = token.map[0] + 1 + skipped;
      const before = tokens[index - 1];
      if (token.type === "table_open") this.#tabled++;
      else if (token.type === "table_close") this.#tabled--;
      else if (token.type.endsWith("_list_open")) this.#listed++;
      else if (token.type.endsWith("_list_close")) this.#listed--;
      else if (token.type === "fence" || token.type === "code_block") this.#fence(token);
      else if (token.type === "html_block") this.#html(token.content, this.#line);
      else if (token.type === "inline") this.#inline(token, before);
    }
  }

  outline(): Outline {
    const first = this.#headings.find(({ depth }) => depth === 1) ?? this.#headings[0];
    return {
      title: first === undefined ? undefined : { text: first.text, line: first.line },
      lead: this.#lead ?? this.#greeting,
      headings: this.#headings,
      links: this.#links,
      fences: this.#fences,
      spans: this.#spans,
      words: this.#words,
      limits: this.#limits,
    };
  }

  #fence({ info, content, type }: Token): void {
    const language = /^[\w+#.-]*/.exec(info.trim().toLowerCase())?.[0] ?? "";
    this.#fences.push({ language, info: info.trim(), text: content, line: this.#line + (type === "fence" ? 1 : 0) });
  }

  #html(html: string, line: number): void {
    const { headings, links, text, own } = htmlParts(html, line);
    this.#headings.push(...headings.map((heading) => ({ ...heading, text: heading.text.slice(0, LONGEST_HEADING) })));
    this.#links.push(...links);
    this.#prose(text, line, headings.length === 0, own);
  }

  #inline(token: Token, before: Token | undefined): void {
    const { text, own } = this.#textOf(token.children ?? []);
    if (before?.type === "heading_open") {
      const depth = Number(before.tag.slice(1));
      if (text !== "") this.#headings.push({ text: text.slice(0, LONGEST_HEADING), depth, line: this.#line });
      return;
    }
    this.#prose(text, this.#line, this.#tabled === 0 && this.#listed === 0 && !CALLOUT.test(text), own);
  }

  /** `own` is the text without that of links: a line of links leads elsewhere and introduces nothing. */
  #prose(text: string, line: number, leads: boolean, own: string): void {
    const words = wordsIn(text);
    this.#words += words;
    if (this.#limits.length < MOST_LIMITS) this.#limits.push(...limitsIn(text).map((said) => ({ text: said, line })));
    if (leads && words >= LEAST_WORDS && wordsIn(own) >= LEAST_OWN) {
      const lead = { text: text.slice(0, LONGEST_LEAD), line };
      if (GREETING.test(text) && !/\b(?:is|are)\b/.test(text)) this.#greeting ??= lead;
      else this.#lead ??= lead;
    }
  }

  /** The text of a line as a reader sees it, pictures left out; remembers its links and its code. */
  #textOf(children: readonly Token[]): { readonly text: string; readonly own: string } {
    let line = this.#line;
    let linked = 0;
    let text = "";
    let own = "";
    const say = (said: string) => {
      text += said;
      if (linked === 0) own += said;
    };
    for (const child of children) {
      if (child.type === "softbreak" || child.type === "hardbreak") {
        line++;
        say(" ");
      } else if (child.type === "code_inline") {
        this.#spans.push({ text: child.content, line });
        say(child.content);
      } else if (child.type === "link_open") {
        linked++;
        this.#links.push({ target: attribute(child, "href"), line });
      } else if (child.type === "link_close") linked--;
      else if (child.type === "image") this.#links.push({ target: attribute(child, "src"), line });
      else if (child.type === "html_inline") this.#links.push(...htmlParts(child.content, line).links);
      else if (child.type === "text") say(child.content);
    }
    return { text: plainOfHtml(text), own: plainOfHtml(own) };
  }
}

function attribute(token: Token, name: string): string {
  const value = String(token.attrGet(name) ?? "");
  try {
    return decodeURI(value);
  } catch {
    return value;
  }
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

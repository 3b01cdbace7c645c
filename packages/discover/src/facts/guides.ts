/** The many documents of a product in sum: how much there is, and what in it is dead or broken. */
import type { Document, ProductFacts } from "@freehold/model";
import { decisionsIn } from "./decisions.ts";

const SHOWN = 10;
const TOPICS = 3;
/** In a heading; a comparison of two features of its own is none with others. */
const COMPARING =
  /\b[Aa]lternatives\b|\b[Cc]omparison (?:with|to)\b|\b[Cc]ompared (?:to|with)\b|\b[Ss]imilar (?:projects|tools|libraries)\b|\b[Ww]hy [Nn]ot (?:use )?[A-Z@`]/;
/** As the name of a document. */
const COMPARISON = /^(?:comparisons?|alternatives)\b/i;
const REASONING =
  /\b(?:[Aa]rchitecture|[Dd]esign|[Rr]ationale|[Pp]hilosophy|[Mm]otivation|[Pp]rinciples|[Dd]ecisions?)\b/;

/** Undefined where there is none. */
export function guidesOf(
  documents: readonly Document[],
  changedAt: (path: string) => string | undefined,
): ProductFacts["guides"] {
  if (documents.length === 0) return undefined;
  const dead = documents.flatMap(({ path, dead: links }) => links.map(({ target, line }) => ({ path, target, line })));
  const broken = documents.flatMap(({ path, code }) =>
    code.flatMap(({ state, language, line, message = "" }) =>
      state === "broken" ? [{ path, language, line, message }] : [],
    ),
  );
  const sum = (measure: (document: Document) => number) =>
    documents.reduce((total, document) => total + measure(document), 0);
  return {
    count: documents.length,
    ...decisionsIn(documents, changedAt),
    words: sum(({ words }) => words),
    dead: dead.slice(0, SHOWN),
    broken: broken.slice(0, SHOWN),
    deadCount: dead.length,
    brokenCount: broken.length,
    inner: sum(({ inner }) => inner),
    codeChecked: sum(({ code }) => code.filter(({ state }) => state !== "unknown").length),
    paths: documents.slice(0, SHOWN).map(({ path }) => path),
    comparing: topicsIn(documents, COMPARING, COMPARISON),
    reasoning: topicsIn(documents, REASONING, REASONING),
  };
}

/** Documents by their name, and sections at the top of others. */
function topicsIn(documents: readonly Document[], topic: RegExp, named: RegExp) {
  const found: { path: string; line: number; text: string }[] = [];
  for (const { path, headings } of documents) {
    if (found.length >= TOPICS) break;
    // Posts of a blog tell of a day, and are kept by nobody.
    if (/(?:^|\/)(?:blog|posts|news)\//.test(path)) continue;
    const name = path
      .slice(path.lastIndexOf("/") + 1)
      .replace(/\.\w+$/, "")
      .replaceAll(/[-_]+/g, " ");
    const heading = headings.find(({ depth, text }) => depth <= 2 && topic.test(text));
    if (heading !== undefined) found.push({ path, line: heading.line, text: heading.text });
    else if (named.test(name)) found.push({ path, line: 1, text: name });
  }
  return found;
}

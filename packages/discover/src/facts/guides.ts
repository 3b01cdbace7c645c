/** The many documents of a product in sum: how much there is, and what in it is dead or broken. */
import type { Document, ProductFacts } from "@freehold/model";

const SHOWN = 10;

/** Undefined where there is none. */
export function guidesOf(documents: readonly Document[]): ProductFacts["guides"] {
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
    decisions: sum(({ role }) => Number(role === "decision")),
    words: sum(({ words }) => words),
    dead: dead.slice(0, SHOWN),
    broken: broken.slice(0, SHOWN),
    deadCount: dead.length,
    brokenCount: broken.length,
    inner: sum(({ inner }) => inner),
    codeChecked: sum(({ code }) => code.filter(({ state }) => state !== "unknown").length),
    paths: documents.slice(0, SHOWN).map(({ path }) => path),
  };
}

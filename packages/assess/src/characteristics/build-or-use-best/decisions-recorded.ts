import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";

/** Documents and sections that say how it is built and why; what it is for ("why", "motivation") is another question. */
const DESIGN =
  /\b(?:design(?! system)|architecture|rationale|decisions?|trade-?offs?|principles|how it works|internals)\b/i;

/** Why it is built this way is forgotten first, and asked for longest. */
export const decisionsRecorded: Check = {
  name: "decisions-recorded",
  title: "Somebody new can read how it is built, and why so",
  looksAt:
    "Records of decisions in its folder or its repository (`decisions`, `adr`, `rfcs`), else a document or section of it, or of the product around it, about its design. Reasons in comments, commits and issues are not seen here.",
  mend: "Write the next decision as a record: what was decided, why, and what else was considered.",
  source: "Nygard, Documenting architecture decisions, 2011; doctrine S6 and D7.",
  effort: "hours",
  run({ product, portfolio, facts, repositoryFacts, at, missing }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const whole = portfolio.around(product);
    const around = whole === undefined ? undefined : portfolio.facts.get(whole.id);
    for (const guides of [facts.guides, around?.guides]) {
      const [record] = guides?.records ?? [];
      if (record !== undefined)
        return passed(`${guides?.decisions ?? 1} records of decisions are kept.`, [
          at(record.path, record.line, record.text),
        ]);
    }
    for (const { path, headings } of facts.documents.filter(({ role }) => role !== "changelog" && role !== "licence")) {
      const found = headings.find(({ text }) => DESIGN.test(text));
      if (found !== undefined)
        return passed(`${path} has a section “${found.text}”.`, [at(path, found.line, found.text)]);
    }
    const top = repositoryFacts?.files?.find((path) => /^(?:architecture|design|decisions?|adrs?|rfcs?)\b/i.test(path));
    if (top !== undefined) return passed(`Its repository keeps ${top}.`, [at(top)]);
    const [guide] = [facts.guides, around?.guides].flatMap((one) => one?.reasoning ?? []);
    if (guide !== undefined)
      return passed(`${guide.path} has “${guide.text}”.`, [at(guide.path, guide.line, guide.text)]);
    return failed("No record of a decision, and no document or section about its design was found.", [
      missing("no decisions, adr or rfcs; no section about design"),
    ]);
  },
};

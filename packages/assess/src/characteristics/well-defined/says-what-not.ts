import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";

const SECTION =
  /\bnon-?goals?\b|\bwhat (?:it|this|\S+) (?:is|does)(?: not|n['’]t)\b|\bnot (?:supported|included|in scope|covered)\b|\bout of scope\b|\blimitations?\b|\bwhen not to use\b|\bwhy (?:shouldn['’]t|should i not|not)\b/i;
const SENTENCE =
  /\b(?:does not|doesn['’]t|do not|don['’]t|is not|isn['’]t|cannot|can['’]t|(?:and|but) not|never|without|no longer|rather than|instead of)\b/i;

/** A boundary has two sides; what a thing leaves to others is the one that is forgotten. */
export const saysWhatNot: Check = {
  name: "says-what-not",
  title: "It says what it does not do",
  looksAt:
    "`doesNot` in its charter; else a section of its README about what it leaves out, or such a sentence where it introduces itself.",
  mend: "List under `doesNot` in its product.yaml what people expect of it in vain.",
  source: "Doctrine D1: what it does not, just as clearly.",
  effort: "minutes",
  step: "charter",
  run({ charter, charterAt, facts, at, missing }) {
    const not = charter?.doesNot ?? [];
    if (not.length > 0)
      return passed(`Its charter names ${not.length} things that it does not do.`, [charterAt("doesNot", not[0])]);
    const readme = facts?.documents.find(({ role }) => role === "readme");
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    if (readme === undefined)
      return failed("Neither a charter nor a README says where it ends.", [missing("no README")]);
    const section = readme.headings.find(({ text }) => SECTION.test(text));
    if (section !== undefined)
      return passed("Its README has a section about it.", [at(readme.path, section.line, section.text)]);
    if (readme.lead !== undefined && SENTENCE.test(readme.lead.text)) {
      return passed("Its README introduces it by what it does not do.", [
        at(readme.path, readme.lead.line, readme.lead.text.slice(0, 160)),
      ]);
    }
    return failed("Neither its charter nor its README says what it does not do.", [at(readme.path, readme.lead?.line)]);
  },
};

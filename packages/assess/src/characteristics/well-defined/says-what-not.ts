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
    "`doesNot` in its charter; else a section of its README about what it leaves out, such a sentence where it introduces itself, or one that has it as its subject.",
  mend: "List under `doesNot` in its product.yaml what people expect of it in vain.",
  source: "Doctrine D1: what it does not, just as clearly.",
  effort: "minutes",
  step: "charter",
  run({ charter, charterAt, facts, product, units, at, missing }) {
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
    const limit = readme.limits?.find(({ text }) =>
      isOfIt(text, [product.name, product.slug, ...product.aliases, ...units.map(({ name }) => name)]),
    );
    if (limit !== undefined)
      return passed("Its README says so where it speaks of it.", [at(readme.path, limit.line, limit.text)]);
    return failed("Neither its charter nor its README says what it does not do.", [at(readme.path, readme.lead?.line)]);
  },
};

/** Words for what is offered, whatever it is called. */
const WORD =
  /^(?:this|the) (?:\S+ )?(?:package|library|crate|module|action|project|tool|plugin|framework|program|extension|service|server|client|command|application|app|image|chart)\b/i;
/** What is denied says nothing of a boundary: it does not care, and nobody needs to. */
const ELSE = /\b(?:does not|doesn['’]t|never) (?:care|matter|mean|need|require|follow|guarantee that)\b/i;

function isOfIt(text: string, names: readonly string[]): boolean {
  if (ELSE.test(text)) return false;
  const said = text.toLowerCase().replace(/^(?:this|the) /, "");
  return WORD.test(text) || names.some((name) => startsWith(said, name) || startsWith(said, lastPart(name)));
}

function startsWith(text: string, name: string): boolean {
  return name.length > 1 && text.startsWith(`${name.toLowerCase()} `);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

import { counted } from "../../text/counted.ts";
import type { Document, Product } from "@freehold/model";
import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";
import { wordsOf } from "../../text/readability.ts";

const SECTION =
  /\balternatives\b|\bcomparison\b|\bcompared (?:to|with)\b|\bsimilar (?:projects|tools|software|libraries)\b|\bprior art\b|\bwhy (?:not|another|yet another|should i use)\b|\brelated (?:projects|work)\b/i;

/** `Lamp vs. Torch`, `vs Torch`; "private" versus "public" compares two things of its own. */
const AGAINST = /^(.*?)\b(?:vs\.?|versus)\s+(?!code\b)\S/i;

/** Building what others have built needs a reason that somebody can look at again. */
export const alternativesRecorded: Check = {
  name: "alternatives-recorded",
  title: "Alternatives are recorded with the reason against them",
  looksAt:
    "`alternatives` in its charter, each with a reason of more than a word or two; else a section of its README or a guide (of the product around it, too) that compares it with others, or an introduction that says whose fork, port or replacement it is.",
  mend: "Name under `alternatives` in its product.yaml what else people could use, and why this exists all the same.",
  source: "Doctrine D7: if a product elsewhere does it, use it or improve it; alternatives considered are recorded.",
  thresholds: { words: "Words of each reason, at least." },
  effort: "hours",
  step: "charter",
  run({ product, portfolio, charter, charterAt, facts, at, missing, threshold }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const listed = charter?.alternatives ?? [];
    const reasoned = listed.filter(({ reason }) => wordsOf(reason).length >= threshold("words"));
    if (listed.length > 0) {
      const detail = `Its charter names ${counted(listed.length, "alternative")}, ${reasoned.length} of them with a reason.`;
      return (reasoned.length > 0 ? passed : failed)(detail, [charterAt("alternatives", listed[0]?.name)]);
    }
    for (const document of facts.documents.filter(({ role }) => role === "readme")) {
      const section = document.headings.find(
        ({ text }) => SECTION.test(text) || isAgainst(text, product, facts.documents),
      );
      if (section !== undefined)
        return passed(`Its README compares it with others.`, [at(document.path, section.line, section.text)]);
      if (document.kin !== undefined)
        return passed("Its README says what else there is.", [at(document.path, document.kin.line, document.kin.text)]);
    }
    const whole = portfolio.around(product);
    const guides = [facts.guides, whole === undefined ? undefined : portfolio.facts.get(whole.id)?.guides];
    const [guide] = guides.flatMap((one) => one?.comparing ?? []);
    if (guide !== undefined)
      return passed(`${guide.path} has “${guide.text}”.`, [at(guide.path, guide.line, guide.text)]);
    return failed("Neither a charter nor a README or guide names an alternative.", [missing("no alternatives")]);
  },
};

/** One side of the comparison is the product, by a name or by the words of its README's title; or is left out. */
function isAgainst(heading: string, { name, slug, aliases }: Product, documents: readonly Document[]): boolean {
  const match = AGAINST.exec(heading);
  if (match === null) return false;
  const ahead = (match[1] ?? "").replace(/^\W+|\W+$/g, "");
  if (ahead === "") return true;
  const titles = documents.flatMap(({ role, title }) => (role === "readme" && title !== undefined ? [title.text] : []));
  const said = plain(heading);
  return [name, slug, ...aliases, ...titles].some((one) => plain(one).length > 1 && said.includes(plain(one)));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

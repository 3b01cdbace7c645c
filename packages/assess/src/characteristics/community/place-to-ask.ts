import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";

const PLACE =
  /\b(?:discussions?|issues?|discord(?:app)?|slack|gitter|matrix|zulip(?:chat)?|forums?|discourse|community|communities|support|help|chat|mailing-?lists?|groups\.google|stackoverflow|reddit|telegram|t\.me|irc|libera|mastodon)\b/i;
const WORDS =
  /\b(?:ask|questions?|help|support|discuss|community|chat|contact|feedback|report(?:ing)?|get in touch|issues?|bugs?)\b/i;

/** Who has a question and finds no place for it leaves. */
export const placeToAsk: Check = {
  name: "place-to-ask",
  title: "It says where to ask, discuss or report",
  looksAt:
    "`channels` of its charter; links in its README, SUPPORT and CONTRIBUTING, or those of the product around it, that lead to such a place; the issue address in its manifests; templates for issues. Whether it is answered is asked by `questions-answered`.",
  mend: "Name under `channels` in its product.yaml where to ask, and link to it from the README.",
  source: "Doctrine D6: a place to discuss, ask, report.",
  effort: "minutes",
  step: "charter",
  run({ charter, charterAt, facts, repositoryFacts, document, portfolio, product, at, missing }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const [channel] = charter?.channels ?? [];
    if (channel !== undefined) return passed(`Its charter names ${channel.url}.`, [charterAt("channels", channel.url)]);
    const whole = portfolio.around(product);
    const around = whole === undefined ? undefined : portfolio.facts.get(whole.id)?.documents;
    for (const role of ["readme", "support", "contributing"] as const) {
      // What the product around it says holds for its parts.
      const found = document(role) ?? around?.find((one) => one.role === role);
      const link = found?.links.find(({ target }) => PLACE.test(addressOf(target)));
      if (found !== undefined && link !== undefined)
        return passed(`${found.path} leads to ${link.target}.`, [at(found.path, link.line, link.target)]);
      const heading = found?.headings.find(({ text }) => WORDS.test(text));
      if (found !== undefined && heading !== undefined)
        return passed(`${found.path} has a section “${heading.text}”.`, [at(found.path, heading.line, heading.text)]);
    }
    const stated = facts.manifests.find(({ issues }) => issues !== undefined);
    if (stated !== undefined)
      return passed(`Its manifest names ${stated.issues ?? ""}.`, [at(stated.path, undefined, stated.issues)]);
    const template = repositoryFacts?.documents.find(({ role }) => role === "issue-template");
    if (template !== undefined) return passed("Its repository has templates for issues.", [at(template.path)]);
    return failed("Nothing says where to ask.", [missing("no channel, no link, no issue address")]);
  },
};

/** The parts of an address that say what kind of place it is: not the names of people and projects. */
function addressOf(target: string): string {
  const match = /^(?:https?:)?\/\/([^/?#]+)(?:\/([^?#]*))?/.exec(target);
  if (match === null) return target.startsWith("mailto:") ? "contact support" : "";
  const path = (match[2] ?? "").split("/");
  // Pages of documentation tell how something is done, about questions and issues too.
  if (/^docs?\./i.test(match[1] ?? "")) return "";
  // One report or one announcement is no place.
  if (/\/(?:issues|discussions|pull)\/\d+|\/intent\//.test(target)) return "";
  // A page of a registry offers the thing, wherever its host says it is.
  if (/^(?:packages?|crates|gems|formulae|extensions?|plugins?)$/i.test(path[0] ?? "")) return "";
  return `${match[1] ?? ""} ${/github|gitlab|codeberg|bitbucket/.test(match[1] ?? "") ? path.slice(2, 3).join("/") : path.join(" ")}`;
}

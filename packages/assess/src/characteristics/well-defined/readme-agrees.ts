import type { Check } from "../../check.ts";
import { atLeast, unknown } from "../../outcome.ts";
import { overlap } from "../../text/likeness.ts";

/** Two files that say different things of one product: one of them is out of date. */
export const readmeAgrees: Check = {
  name: "readme-agrees",
  title: "Charter or manifest and README introduce the same thing",
  looksAt:
    "Words with a meaning that the mission (else the description in a manifest) shares with title and first paragraph of the README.",
  mend: "Make the first paragraph of the README and the mission (or the description in the manifest) say the same.",
  source: "Doctrine: declared against observed. The threshold is what unrelated pairs of real packages stay below.",
  thresholds: { overlap: "Share of the shorter text's words that the other has too, at least." },
  effort: "minutes",
  run({ charter, charterAt, facts, units, at, threshold }) {
    const readme = facts?.documents.find(({ role }) => role === "readme");
    const described = units.find(
      ({ description, path }) =>
        description !== undefined && path === readme?.path.slice(0, Math.max(0, readme.path.lastIndexOf("/"))),
    );
    const stated = charter?.mission ?? described?.description;
    if (stated === undefined) return unknown("Neither a charter nor a manifest says what it is.");
    if (readme?.lead === undefined) return unknown("There is no README whose first paragraph could be compared.");
    const told = [readme.title?.text, readme.lead.text, ...readme.headings.slice(0, 3).map(({ text }) => text)].join(
      " ",
    );
    const share = Math.round(overlap(stated, told) * 100) / 100;
    const first =
      charter?.mission === undefined
        ? at(described?.manifest ?? "", undefined, stated.slice(0, 120))
        : charterAt("mission", stated.slice(0, 120));
    const second = at(readme.path, readme.lead.line, readme.lead.text.slice(0, 120));
    return atLeast(
      share,
      threshold("overlap"),
      `They share ${Math.round(share * 100)} % of the words that carry meaning.`,
      [first, second],
    );
  },
};

import type { Check } from "../../check.ts";
import { maybeShared } from "./shared-at-host-text.ts";
import { failed, passed, unknown } from "../../outcome.ts";

/** Whoever finds a hole needs to know whom to tell, before telling everybody. */
export const securityContact: Check = {
  name: "security-contact",
  title: "It says how to report a hole in private",
  looksAt:
    "SECURITY (else a section of README or CONTRIBUTING about security): that it names an address, a page or a command to report with.",
  mend: "Write SECURITY.md with an address, or with the link to the code host's form for private reports.",
  source: "OpenSSF Best Practices: vulnerability report process; RFC 9116 asks the same of web sites.",
  effort: "minutes",
  run(context) {
    const { facts, document, at, missing } = context;
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const policy = document("security");
    if (policy !== undefined) {
      const [way] = policy.links;
      const blank = policy.blanks?.[0];
      if (blank !== undefined)
        return failed("Its SECURITY was never filled in.", [at(policy.path, blank.line, blank.text)]);
      if (way !== undefined)
        return passed(`${policy.path} leads to ${way.target}.`, [at(policy.path, way.line, way.target)]);
      return policy.words > 20
        ? passed(`${policy.path} describes it in ${policy.words} words.`, [at(policy.path, policy.lead?.line)])
        : failed(`${policy.path} names no way to report.`, [at(policy.path)]);
    }
    for (const role of ["readme", "contributing"] as const) {
      const found = document(role);
      const section = found?.headings.find(({ text }) => /\bsecurity\b|\bvulnerabilit/i.test(text));
      if (found !== undefined && section !== undefined)
        return passed(`${found.path} has a section about it.`, [at(found.path, section.line, section.text)]);
    }
    if (maybeShared(context))
      return unknown(
        "Its repository does not say; its owner may have one page for all repositories, which was not scanned.",
      );
    return failed("Nothing in its repository says how to report a hole in private.", [
      missing("no SECURITY, no section about security"),
    ]);
  },
};

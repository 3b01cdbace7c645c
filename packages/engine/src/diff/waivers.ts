/** Breaks that a charter lets pass, each with its reason, until its last day. */
import type { Charter, InterfaceChange, Problem } from "@freehold/model";

export interface Waivers {
  waiverOf(change: { readonly rule: string; readonly element: string }): InterfaceChange["waived"];
  readonly problems: readonly Problem[];
}

/** `today` is an ISO date: an expired waiver counts no more, and is reported. */
export function openWaivers(charter: Charter | undefined, path: string, today: string): Waivers {
  const all = charter?.waivers ?? [];
  const problems = all
    .filter(({ expires }) => expires < today)
    .map(({ rule, expires }): Problem => ({
      code: "charter/waiver-expired",
      severity: "warning",
      message: `the waiver of ${rule} expired on ${expires}`,
      hint: "Remove it, or give it a new date and a reason that still holds.",
      path,
    }));
  const valid = all.filter(({ expires }) => expires >= today);
  return {
    problems,
    waiverOf({ rule, element }) {
      const found = valid.find((waiver) => covers(waiver.rule, rule) && (waiver.element ?? element) === element);
      return found && { reason: found.reason, expires: found.expires, charter: path };
    },
  };
}

function covers(pattern: string, rule: string): boolean {
  return pattern === rule || (pattern.endsWith("/*") && rule.startsWith(pattern.slice(0, -1)));
}

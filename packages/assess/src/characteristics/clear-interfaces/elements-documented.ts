import type { Element, Unit } from "@freehold/model";
import type { Check } from "../../check.ts";
import { isShippedPlace } from "../../text/shipped-place.ts";
import { atLeast, notApplicable, unknown } from "../../outcome.ts";

/** What people write a sentence at; entries, versions, ports and members of the named are left out. */
const SPOKEN: ReadonlySet<string> = new Set(
  (
    "function func class interface type variable const var struct enum union trait macro operation query mutation " +
    "subscription object message service rpc input output option argument channel schema"
  ).split(" "),
);

/** A name alone is no promise: what an element does is said where it is defined. */
export const elementsDocumented: Check = {
  name: "elements-documented",
  title: "What it promises is described where it is defined",
  looksAt:
    "Elements of its interfaces (exported symbols, operations, fields, inputs) and whether each has a line of documentation.",
  mend: "Write a sentence at each element that has none, those that others use first.",
  source: "Doctrine D2 and S10: an interface reduces what a person has to know only if it says enough.",
  thresholds: { share: "Share of elements with a description, at least." },
  effort: "days",
  run({ units, shipped, threshold, at }) {
    // The source of an action promises nothing; its inputs do.
    const promised = units.filter(({ published, kind }) => published === true && kind !== "image" && kind !== "chart");
    const read = (promised.length > 0 ? promised : shipped).filter(({ interfaces }) => interfaces !== undefined);
    if (read.length === 0) return unknown("Its interfaces were not read; scan with them.");
    const { all, bare } = elementsOf(read);
    if (all.length === 0) return notApplicable("It has no interface of a kind that is read.");
    const share = Math.round((1 - bare.length / all.length) * 100) / 100;
    const shown = (bare.length > 0 ? bare : all).slice(0, 5);
    const evidence = shown.map(({ name, evidence: { path, line } }) => at(path ?? "", line, name));
    return atLeast(
      share,
      threshold("share"),
      `${all.length - bare.length} of ${all.length} elements have a description.`,
      evidence,
    );
  },
};

/** What is promised, and of it what has no description. A large product has thousands: one pass, and each file is judged once. */
function elementsOf(units: readonly Unit[]): { readonly all: Element[]; readonly bare: Element[] } {
  const all: Element[] = [];
  const bare: Element[] = [];
  let path: string | undefined;
  let shipped = false;
  for (const { interfaces = [] } of units) {
    for (const { kind, elements } of interfaces) {
      for (const one of elements) {
        if (one.stability === "internal" || !speaks(kind, one.kind)) continue;
        const { path: place = "" } = one.evidence;
        if (place !== path) shipped = isShippedPlace(place);
        path = place;
        if (!shipped) continue;
        all.push(one);
        if (one.doc === undefined) bare.push(one);
      }
    }
  }
  return { all, bare };
}

function speaks(interfaceKind: string, kind: string): boolean {
  if (interfaceKind === "environment") return false;
  return SPOKEN.has(kind) || (interfaceKind === "cli" && kind === "command");
}

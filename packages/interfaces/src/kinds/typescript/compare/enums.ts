/** Two versions of an enum. */
import type { EnumDeclaration } from "../structure.ts";
import type { Outcome } from "./outcome.ts";
import { finding } from "./side.ts";
import type { Pair } from "./side.ts";

export function compareEnums(pair: Pair, old: EnumDeclaration, next: EnumDeclaration, name: string): Outcome[] {
  const outcomes: Outcome[] = [];
  const at = (member: string): string => (pair.hidden ? pair.element : `${pair.element}.${member}`);
  const news = new Map(next.members.map((member) => [member.name, member]));
  const olds = new Set(old.members.map((member) => member.name));
  for (const member of old.members) {
    const other = news.get(member.name);
    if (other === undefined)
      outcomes.push(finding("enum-member-removed", "breaking", at(member.name), `${name}.${member.name} is gone`));
    else if (other.value !== member.value) {
      const level = other.value === undefined || member.value === undefined ? "unknown" : "breaking";
      outcomes.push(
        finding(
          "enum-value",
          level,
          at(member.name),
          `${name}.${member.name} is ${other.value ?? "?"} in place of ${member.value ?? "?"}`,
        ),
      );
    }
  }
  for (const member of next.members) {
    if (olds.has(member.name)) continue;
    const received = pair.sign !== -1;
    const message = `new: ${name}.${member.name}${received ? "; a consumer's exhaustive switch lacks it" : ""}`;
    outcomes.push(finding("enum-member-added", received ? "unknown" : "compatible", at(member.name), message));
  }
  if (old.const !== true && next.const === true)
    outcomes.push(
      finding("enum-const", "breaking", pair.element, `${name} is a const enum now: no object at run time`),
    );
  if (old.const === true && next.const !== true)
    outcomes.push(
      finding("enum-const", "compatible", pair.element, `${name} is an enum with an object at run time now`),
    );
  return outcomes;
}

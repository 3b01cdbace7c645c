/** Members of interfaces, object types and classes. */
import { memberId } from "../elements.ts";
import { printMember } from "../print.ts";
import type { ClassDeclaration, InterfaceDeclaration, Member, TypeParameter, TypeText } from "../structure.ts";
import { inheritedMember } from "./inheritance.ts";
import type { Outcome } from "./outcome.ts";
import { compareCallables, functionType } from "./signatures.ts";
import { compareTypes, finding, parametersOf } from "./side.ts";
import type { Pair } from "./side.ts";

export type Body = ClassDeclaration | InterfaceDeclaration;

/** Compares members by name, those that moved to or from a parent included. */
export function compareMembers(pair: Pair, old: Body, next: Body): Outcome[] {
  const outcomes: Outcome[] = [];
  const news = new Map(next.members.map((member) => [key(member), member]));
  const olds = new Set(old.members.map(key));
  for (const member of old.members) {
    const other = news.get(key(member)) ?? inheritedMember(pair.after.links, pair.new, next, member);
    const element = elementOf(pair, old, member);
    if (other === "unknown")
      outcomes.push(
        finding("member-moved", "unknown", element, `${member.name} is declared no more; a parent outside may have it`),
      );
    else if (other === undefined)
      outcomes.push(finding("member-removed", "breaking", element, `${member.name} is gone`));
    else outcomes.push(...compareMember(pair, member, other, old, next, element));
  }
  for (const member of next.members) {
    if (olds.has(key(member))) continue;
    const element = elementOf(pair, next, member);
    const inherited = inheritedMember(pair.before.links, pair.old, old, member);
    if (inherited === "unknown" || inherited === undefined)
      outcomes.push(...added(pair, member, next, element, inherited === "unknown"));
    else outcomes.push(...compareMember(pair, inherited, member, old, next, element));
  }
  return outcomes;
}

function key(member: Member): string {
  return member.static === true ? `static ${member.name}` : member.name;
}

function elementOf(pair: Pair, body: Body, member: Member): string {
  return pair.hidden ? pair.element : memberId(pair.element, body, member);
}

function added(pair: Pair, member: Member, body: Body, element: string, perhapsInherited: boolean): Outcome[] {
  const signature = printMember(member);
  if (member.abstract === true)
    return [finding("abstract-member-added", "breaking", element, `subclasses must now have ${signature}`)];
  const required = member.optional !== true && body.kind === "interface" && !acceptsNothing(member);
  if (!required || pair.sign === 1) return [finding("member-added", "compatible", element, `new: ${signature}`)];
  return [
    finding(
      "required-member-added",
      perhapsInherited ? "unknown" : "breaking",
      element,
      `consumers that provide it must now have ${signature}`,
    ),
  ];
}

/** `never` and `undefined` members only forbid; an object without them still fits. */
function acceptsNothing(member: Member): boolean {
  return member.optional === true && member.type?.text === "never";
}

function compareMember(
  pair: Pair,
  old: Member,
  next: Member,
  oldBody: Body,
  newBody: Body,
  element: string,
): Outcome[] {
  const outcomes: Outcome[] = [];
  const received = pair.sign !== -1;
  const provided = pair.sign !== 1;
  if (old.protected !== true && next.protected === true)
    outcomes.push(finding("member-protected", "breaking", element, `${old.name} is protected now`));
  if (old.abstract !== true && next.abstract === true)
    outcomes.push(
      finding("member-abstract", "breaking", element, `${old.name} is abstract now: subclasses must have it`),
    );
  if (old.optional !== true && next.optional === true && received) {
    outcomes.push(finding("member-optional", "breaking", element, `${old.name} may be missing now`));
  }
  if (old.optional === true && next.optional !== true) {
    if (provided) outcomes.push(finding("member-required", "breaking", element, `${old.name} is required now`));
    else if (next.readonly !== true)
      outcomes.push(
        finding("member-required", "unknown", element, `${old.name} is always there now: breaks whoever unset it`),
      );
  }
  if (old.readonly !== true && next.readonly === true && received) {
    outcomes.push(finding("member-readonly", "breaking", element, `${old.name} can't be assigned any more`));
  }
  return [...outcomes, ...compareMemberTypes(pair, old, next, parametersOf(oldBody), parametersOf(newBody), element)];
}

function compareMemberTypes(
  pair: Pair,
  old: Member,
  next: Member,
  oldOuter: readonly TypeParameter[],
  newOuter: readonly TypeParameter[],
  element: string,
): Outcome[] {
  if (old.signatures !== undefined && next.signatures !== undefined) {
    return compareCallables(pair, {
      old: old.signatures,
      new: next.signatures,
      oldOuter,
      newOuter,
      sign: pair.sign,
      element,
      name: old.name,
    });
  }
  const common = { oldParameters: oldOuter, newParameters: newOuter, element, old: typeOf(old), new: typeOf(next) };
  const message = `${old.name} is ${common.new.text} in place of ${common.old.text}`;
  const outcomes = compareTypes(pair, { ...common, sign: pair.sign, rule: "member-type", message });
  // What consumers may write to must take all that it took before.
  const writable = old.type !== undefined && next.type !== undefined && old.readonly !== true && next.readonly !== true;
  if (pair.sign !== 1 || !writable) return outcomes;
  return [
    ...outcomes,
    ...compareTypes(pair, {
      ...common,
      sign: -1,
      rule: "member-narrowed",
      message: `${message}: assignments to it may not fit`,
      otherwise: writableClass(pair),
    }),
  ];
}

/** By the published rules a writable property's type is part of both directions; in a type only received few write. */
function writableClass(pair: Pair): "breaking" | "unknown" {
  const target = pair.before.links.declarations(pair.old.file, pair.old.path);
  return target.some((declaration) => declaration.kind === "class") ? "breaking" : "unknown";
}

function typeOf(member: Member): TypeText {
  return member.signatures === undefined ? (member.type ?? { text: "any" }) : functionType(member.signatures);
}

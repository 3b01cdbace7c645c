/** Two versions of a class: how it is made, and what those who extend it have to do. */
import type { ClassDeclaration } from "../structure.ts";
import { compareBodies } from "./bodies.ts";
import { constructorsOf } from "./inheritance.ts";
import type { Outcome } from "./outcome.ts";
import { finding, parametersOf } from "./side.ts";
import type { Pair } from "./side.ts";
import { compareCallables } from "./signatures.ts";

export function compareClasses(pair: Pair, old: ClassDeclaration, next: ClassDeclaration, name: string): Outcome[] {
  const outcomes: Outcome[] = [];
  const element = pair.hidden ? pair.element : `${pair.element}.constructor`;
  if (old.abstract !== true && next.abstract === true)
    outcomes.push(
      finding("class-abstract", "breaking", pair.element, `${name} is abstract now: \`new ${name}\` fails`),
    );
  const access = { private: 2, protected: 1 } as const;
  const level = (declaration: ClassDeclaration): number =>
    declaration.constructorAccess === undefined ? 0 : access[declaration.constructorAccess];
  if (level(next) > level(old))
    outcomes.push(
      finding("constructor-access", "breaking", element, `the constructor of ${name} is ${next.constructorAccess} now`),
    );
  if (level(old) < 2 && level(next) < 2) outcomes.push(...compareConstructors(pair, old, next, name, element));
  return [...outcomes, ...compareBodies({ ...pair, sign: 1 }, old, next, name)];
}

function compareConstructors(
  pair: Pair,
  old: ClassDeclaration,
  next: ClassDeclaration,
  name: string,
  element: string,
): Outcome[] {
  const olds = constructorsOf(pair.before.links, pair.old, old);
  const news = constructorsOf(pair.after.links, pair.new, next);
  const outside = olds === "unknown" || news === "unknown";
  if (outside) {
    // The same parent outside on both sides brings the same constructor.
    if (olds === news && old.extends?.text === next.extends?.text) return [];
    return [
      finding("constructor-unknown", "unknown", element, `the constructor of ${name} comes from a parent outside`),
    ];
  }
  const none = { parameters: [], returns: { text: "any" } };
  return compareCallables(pair, {
    old: olds.length === 0 ? [none] : olds,
    new: news.length === 0 ? [none] : news,
    oldOuter: parametersOf(old),
    newOuter: parametersOf(next),
    sign: 1,
    element,
    name: `new ${name}`,
    constructs: true,
  });
}

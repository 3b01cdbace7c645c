/** One pair of declarations under comparison: both sides, the position, and where findings go. */
import type { Exported } from "../exported.ts";
import type { Linker, Target } from "../link.ts";
import type { Declaration, Sign, TypeParameter, TypeText } from "../structure.ts";
import type { Finding, Leaf, Outcome, Question } from "./outcome.ts";

/** A version of the library, indexed for comparing. */
export interface Version {
  readonly links: Linker;
  readonly exported: ReadonlyMap<string, Exported>;
}

export interface Site {
  readonly file: string;
  readonly path: string;
}

export interface Pair {
  readonly before: Version;
  readonly after: Version;
  readonly old: Site;
  readonly new: Site;
  readonly sign: Sign;
  /** Id of the element that findings belong to; its members have ids of their own. */
  readonly element: string;
  /** Members of a declaration that is not exported have no elements. */
  readonly hidden: boolean;
  /** Called for every pair of declarations that both versions refer to by the same name. */
  refer(old: Target, next: Target, name: string, element: string): Outcome[];
}

export function finding(rule: string, level: Finding["class"], element: string, message: string): Finding {
  return { kind: "finding", rule: `typescript/${rule}`, class: level, element, message };
}

export interface TypesAsked {
  readonly old: TypeText;
  readonly new: TypeText;
  readonly oldParameters: readonly TypeParameter[];
  readonly newParameters: readonly TypeParameter[];
  readonly sign: Sign;
  readonly rule: string;
  readonly element: string;
  readonly message: string;
  readonly otherwise?: Question["otherwise"];
}

/** Compares two types: nothing where the texts agree and mean the same, else a question for the compiler. */
export function compareTypes(pair: Pair, asked: TypesAsked): Outcome[] {
  const outcomes = referencePairs(pair, asked);
  const across = asked.old.refs?.[0]?.name.startsWith("cross") === true;
  if (!across && asked.old.text === asked.new.text && sameNames(asked.oldParameters, asked.newParameters))
    return outcomes;
  const { sign, rule, element, message, otherwise } = asked;
  return [
    ...outcomes,
    {
      kind: "question",
      old: leaf(asked.old, pair.old, asked.oldParameters),
      new: leaf(asked.new, pair.new, asked.newParameters),
      sign,
      rule: `typescript/${rule}`,
      element,
      message,
      ...(otherwise !== undefined && { otherwise }),
    },
  ];
}

function leaf(text: TypeText, site: Site, typeParameters: readonly TypeParameter[]): Leaf {
  return { text, file: site.file, scope: site.path, typeParameters };
}

function sameNames(old: readonly TypeParameter[], next: readonly TypeParameter[]): boolean {
  // A parameter that was added behind does not change what the others mean.
  return old.every((parameter, index) => next[index]?.name === parameter.name);
}

function referencePairs(pair: Pair, asked: TypesAsked): Outcome[] {
  const olds = referenceNames(asked.old);
  const own = new Set([...asked.oldParameters, ...asked.newParameters].map((parameter) => parameter.name));
  const outcomes: Outcome[] = [];
  for (const name of referenceNames(asked.new)) {
    if (!olds.has(name) || own.has(name)) continue;
    const old = pair.before.links.resolve(pair.old.file, pair.old.path, name);
    const next = pair.after.links.resolve(pair.new.file, pair.new.path, name);
    outcomes.push(...pair.refer(old, next, name, asked.element));
  }
  return outcomes;
}

/** Every name that a type refers to, those in type arguments too. */
export function referenceNames(text: TypeText): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (refs: TypeText["refs"]): void => {
    for (const ref of refs ?? []) {
      names.add(ref.name);
      for (const list of ref.args ?? []) add(list);
    }
  };
  add(text.refs);
  return names;
}

/** Type parameters of a declaration. */
export function parametersOf(declaration: Declaration): readonly TypeParameter[] {
  return "typeParameters" in declaration ? (declaration.typeParameters ?? []) : [];
}

/** Joins pieces of types to one text that keeps their references. */
export function joined(text: string, parts: readonly (TypeText | undefined)[]): TypeText {
  return { text, refs: parts.flatMap((part) => part?.refs ?? []) };
}

/** Functions, methods and constructors: parameters are provided by consumers, returns received. */
import { printSignature } from "../print.ts";
import type { Parameter, Sign, Signature, TypeParameter, TypeText } from "../structure.ts";
import type { Outcome } from "./outcome.ts";
import { compareTypes, finding, joined } from "./side.ts";
import type { Pair } from "./side.ts";
import { compareTypeParameters } from "./type-parameters.ts";

export interface Callables {
  readonly old: readonly Signature[];
  readonly new: readonly Signature[];
  /** Type parameters of the declaration around them. */
  readonly oldOuter: readonly TypeParameter[];
  readonly newOuter: readonly TypeParameter[];
  readonly sign: Sign;
  readonly element: string;
  /** What people call it. */
  readonly name: string;
  /** A constructor gives the class itself, which is compared apart. */
  readonly constructs?: true;
}

/** Compares overload by overload: each old one needs a new one that serves its callers. */
export function compareCallables(pair: Pair, asked: Callables): Outcome[] {
  const [old, next] = [asked.old[0], asked.new[0]];
  if (old === undefined || next === undefined) return [];
  if (asked.old.length === 1 && asked.new.length === 1) return compareSignature(pair, old, next, asked);
  const outcomes: Outcome[] = [];
  let last = -1;
  for (const [index, signature] of asked.old.entries()) {
    const text = signatureKey(signature);
    const same = asked.new.findIndex((candidate) => signatureKey(candidate) === text);
    const twin = asked.new[same];
    if (twin !== undefined) {
      if (same < last)
        outcomes.push(
          finding(
            "overload-reordered",
            "unknown",
            asked.element,
            `overloads of ${asked.name} changed their order: calls may resolve to another one`,
          ),
        );
      last = Math.max(last, same);
      outcomes.push(...compareSignature(pair, signature, twin, asked));
      continue;
    }
    outcomes.push({
      kind: "choice",
      alternatives: asked.new.map((candidate) => compareSignature(pair, signature, candidate, asked)),
      rule: "typescript/overload-removed",
      element: asked.element,
      message: `overload ${index + 1} of ${asked.name} is gone: ${printSignature(signature)}`,
    });
  }
  if (asked.sign !== 1 && asked.new.length > asked.old.length) {
    outcomes.push(
      finding(
        "overload-added",
        "breaking",
        asked.element,
        `${asked.name} has a new overload that implementations lack`,
      ),
    );
  }
  return outcomes;
}

function signatureKey(signature: Signature): string {
  return printSignature({
    ...signature,
    parameters: signature.parameters.map((parameter) => ({ ...parameter, name: "_" })),
  });
}

function compareSignature(pair: Pair, old: Signature, next: Signature, asked: Callables): Outcome[] {
  const outcomes: Outcome[] = [];
  const common = {
    oldParameters: [...asked.oldOuter, ...(old.typeParameters ?? [])],
    newParameters: [...asked.newOuter, ...(next.typeParameters ?? [])],
    element: asked.element,
  };
  if (asked.sign !== -1) {
    outcomes.push(
      ...compareTypeParameters(pair, old.typeParameters ?? [], next.typeParameters ?? [], { ...asked, callable: true }),
    );
    outcomes.push(...compareParameters(pair, old, next, asked, common));
    if (asked.constructs !== true) outcomes.push(...compareReturns(pair, old, next, asked, common));
  }
  // Where consumers provide the function, theirs must still fit: the compiler judges the whole type.
  if (asked.sign !== 1 && asked.constructs !== true) {
    outcomes.push(
      ...compareTypes(pair, {
        ...common,
        oldParameters: asked.oldOuter,
        newParameters: asked.newOuter,
        old: functionType([old]),
        new: functionType([next]),
        sign: -1,
        rule: "implementation-changed",
        message: `implementations of ${asked.name} no longer fit: ${printSignature(old)} → ${printSignature(next)}`,
      }),
    );
  }
  return outcomes;
}

type Common = {
  readonly oldParameters: readonly TypeParameter[];
  readonly newParameters: readonly TypeParameter[];
  readonly element: string;
};

function compareParameters(pair: Pair, old: Signature, next: Signature, asked: Callables, common: Common): Outcome[] {
  const outcomes: Outcome[] = [];
  const { element, name } = asked;
  const rest = next.parameters.at(-1)?.rest === true ? next.parameters.at(-1) : undefined;
  for (const [index, parameter] of old.parameters.entries()) {
    const direct = next.parameters[index];
    const other = direct ?? rest;
    if (other === undefined) {
      outcomes.push(
        finding(
          "parameter-removed",
          "breaking",
          element,
          `${name} no longer takes parameter ${index + 1} (${parameter.name})`,
        ),
      );
      continue;
    }
    if (parameter.rest === true && other.rest !== true) {
      outcomes.push(
        finding(
          "rest-parameter-removed",
          "breaking",
          element,
          `${name} no longer takes any number of ${parameter.name}`,
        ),
      );
      continue;
    }
    if (mayOmit(parameter) && !mayOmit(other)) {
      outcomes.push(
        finding(
          "parameter-required",
          "breaking",
          element,
          `parameter ${index + 1} of ${name} (${other.name}) is now required`,
        ),
      );
    }
    outcomes.push(
      ...compareTypes(pair, {
        ...common,
        old: valueType(parameter, other),
        new: valueType(other, parameter),
        sign: -1,
        rule: "parameter-type",
        message: `parameter ${index + 1} of ${name} accepts less: ${parameter.type.text} → ${other.type.text}`,
      }),
    );
  }
  for (const [offset, parameter] of next.parameters.slice(old.parameters.length).entries()) {
    if (mayOmit(parameter) || old.parameters.at(-1)?.rest === true) continue;
    const index = old.parameters.length + offset + 1;
    outcomes.push(
      finding(
        "parameter-added",
        "breaking",
        element,
        `${name} now requires parameter ${index} (${parameter.name}: ${parameter.type.text})`,
      ),
    );
  }
  if (next.thisType !== undefined && next.thisType.text !== old.thisType?.text) {
    const was: TypeText = old.thisType ?? { text: "unknown" };
    outcomes.push(
      ...compareTypes(pair, {
        ...common,
        old: was,
        new: next.thisType,
        sign: -1,
        rule: "this-type",
        message: `${name} asks another \`this\`: ${next.thisType.text}`,
      }),
    );
  }
  return outcomes;
}

function mayOmit(parameter: Parameter): boolean {
  return parameter.optional === true || parameter.rest === true || parameter.type.text === "void";
}

/** What a caller passes: a rest parameter met by a plain one stands for its elements. */
function valueType(parameter: Parameter, other: Parameter): TypeText {
  if (parameter.rest === true && other.rest !== true)
    return { ...parameter.type, text: `(${parameter.type.text})[number]` };
  return parameter.type;
}

function compareReturns(pair: Pair, old: Signature, next: Signature, asked: Callables, common: Common): Outcome[] {
  // A caller that was given nothing may be given anything.
  if (old.returns.text === "void")
    return compareTypes(pair, {
      ...common,
      old: old.returns,
      new: old.returns,
      sign: 1,
      rule: "return-type",
      message: "",
    });
  const predicate = isPredicate(old.returns.text) || isPredicate(next.returns.text);
  const message = `${asked.name} returns ${next.returns.text} in place of ${old.returns.text}`;
  if (!predicate)
    return compareTypes(pair, {
      ...common,
      old: old.returns,
      new: next.returns,
      sign: 1,
      rule: "return-type",
      message,
    });
  if (old.returns.text === next.returns.text)
    return compareTypes(pair, {
      ...common,
      old: old.returns,
      new: next.returns,
      sign: 1,
      rule: "return-type",
      message,
    });
  return compareTypes(pair, {
    ...common,
    old: wholeType(old),
    new: wholeType(next),
    sign: 1,
    rule: "return-type",
    message,
  });
}

/** A guard is judged with its parameters, which it names. */
function wholeType(signature: Signature): TypeText {
  return functionType([{ ...signature, typeParameters: [] }]);
}

function isPredicate(text: string): boolean {
  return /^asserts |^[\p{ID_Start}$_][\p{ID_Continue}$]* is /u.test(text);
}

/** Signatures as one function type. */
export function functionType(signatures: readonly Signature[]): TypeText {
  const parts = signatures.flatMap((signature) => {
    const own = new Set(signature.typeParameters?.map((parameter) => parameter.name));
    const texts = [
      ...(signature.typeParameters ?? []).flatMap((parameter) => [parameter.constraint, parameter.default]),
      signature.thisType,
      ...signature.parameters.map((parameter) => parameter.type),
      signature.returns,
    ];
    return texts.map((text) =>
      text === undefined ? text : { text: text.text, refs: (text.refs ?? []).filter((ref) => !own.has(ref.name)) },
    );
  });
  const printed = signatures.map((signature) => {
    const head = printSignature({ ...signature, parameters: signature.parameters.map(safeOptional) }, true);
    return { head, returns: signature.returns.text };
  });
  const [only] = printed;
  if (printed.length === 1 && only !== undefined) return joined(`${only.head} => ${only.returns}`, parts);
  return joined(`{ ${printed.map((item) => `${item.head}: ${item.returns}`).join("; ")} }`, parts);
}

/** Parameters as written; an optional one before a required one is legal in a declaration and not in a type. */
function safeOptional(parameter: Parameter, index: number, all: readonly Parameter[]): Parameter {
  if (parameter.optional !== true || all.slice(index + 1).every(mayOmit)) return parameter;
  const { optional: _, ...rest } = parameter;
  return { ...rest, type: { ...parameter.type, text: `(${parameter.type.text}) | undefined` } };
}

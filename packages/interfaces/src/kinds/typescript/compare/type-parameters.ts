/** Type parameters: their number, what arguments they take, what stands in when none is given. */
import type { Sign, TypeParameter, TypeText } from "../structure.ts";
import type { Outcome } from "./outcome.ts";
import { compareTypes, finding } from "./side.ts";
import type { Pair } from "./side.ts";

export interface TypeParametersAsked {
  readonly element: string;
  readonly name: string;
  readonly sign: Sign;
  /** Arguments of a call are inferred mostly; those of a type are written. */
  readonly callable?: boolean;
  readonly oldOuter?: readonly TypeParameter[];
  readonly newOuter?: readonly TypeParameter[];
}

const UNKNOWN: TypeText = { text: "unknown" };

export function compareTypeParameters(
  pair: Pair,
  old: readonly TypeParameter[],
  next: readonly TypeParameter[],
  asked: TypeParametersAsked,
): Outcome[] {
  const { element, name } = asked;
  const outcomes: Outcome[] = [];
  const oldParameters = [...(asked.oldOuter ?? []), ...old];
  const newParameters = [...(asked.newOuter ?? []), ...next];
  for (const [index, parameter] of old.entries()) {
    const other = next[index];
    if (other === undefined) {
      outcomes.push(
        finding(
          "type-parameter-removed",
          "breaking",
          element,
          `${name} no longer has the type parameter ${parameter.name}`,
        ),
      );
      continue;
    }
    const common = { oldParameters, newParameters, element };
    const limits = `${name}: type parameter ${other.name} takes less`;
    outcomes.push(
      ...compareTypes(pair, {
        ...common,
        old: parameter.constraint ?? UNKNOWN,
        new: other.constraint ?? UNKNOWN,
        sign: -1,
        rule: "type-parameter-constraint",
        message: limits,
      }),
    );
    if (parameter.default !== undefined && other.default === undefined) {
      outcomes.push(
        finding(
          "type-parameter-default-removed",
          "breaking",
          element,
          `${name}: type parameter ${other.name} has no default any more`,
        ),
      );
    } else if (parameter.default !== undefined && other.default !== undefined) {
      const message = `${name}: the default of type parameter ${other.name} is another: ${parameter.default.text} → ${other.default.text}`;
      outcomes.push(
        ...compareTypes(pair, {
          ...common,
          old: parameter.default,
          new: other.default,
          sign: 0,
          rule: "type-parameter-default",
          message,
        }),
      );
    }
    if (parameter.modifiers !== other.modifiers) {
      outcomes.push(
        finding(
          "type-parameter-modifier",
          "unknown",
          element,
          `${name}: modifiers of type parameter ${other.name} changed`,
        ),
      );
    }
  }
  for (const parameter of next.slice(old.length)) {
    if (parameter.default !== undefined || (asked.callable === true && old.length === 0)) continue;
    outcomes.push(
      finding(
        "type-parameter-added",
        "breaking",
        element,
        `${name} has a new type parameter ${parameter.name} without a default`,
      ),
    );
  }
  return outcomes;
}

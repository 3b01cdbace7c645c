/**
 * What comparing finds: findings at once, questions for the compiler later, so that one program answers all.
 */
import type { ChangeClass } from "../../../kind.ts";
import type { Sign, TypeParameter, TypeText } from "../structure.ts";

export interface Finding {
  readonly kind: "finding";
  readonly rule: string;
  readonly class: ChangeClass;
  readonly element: string;
  readonly message: string;
}

/** A type somewhere in a declaration, with the type parameters it may name. */
export interface Leaf {
  readonly text: TypeText;
  readonly file: string;
  /** Path of the declaration around it. */
  readonly scope: string;
  readonly typeParameters: readonly TypeParameter[];
}

/** May the new type stand for the old one? `sign` 1: where it is received, -1: where it is provided, 0: both. */
export interface Question {
  readonly kind: "question";
  readonly old: Leaf;
  readonly new: Leaf;
  readonly sign: Sign;
  readonly rule: string;
  readonly element: string;
  readonly message: string;
  /** What a "no" means, where it is not a break. */
  readonly otherwise?: ChangeClass;
}

/** Fine when one of the alternatives has no break; else the last finding stands. */
interface Choice {
  readonly kind: "choice";
  readonly alternatives: readonly (readonly Outcome[])[];
  readonly rule: string;
  readonly element: string;
  readonly message: string;
}

export type Outcome = Finding | Question | Choice;

export type Verdict = "yes" | "no" | "unknown";

/** Every question, those inside choices too. */
export function questionsOf(outcomes: readonly Outcome[]): Question[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind === "question") return [outcome];
    return outcome.kind === "choice" ? outcome.alternatives.flatMap(questionsOf) : [];
  });
}

/** Findings once the questions are answered. */
export function settle(outcomes: readonly Outcome[], answer: (question: Question) => Verdict): Finding[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind === "finding") return [outcome];
    const { rule, element, message } = outcome;
    if (outcome.kind === "question") {
      const verdict = answer(outcome);
      if (verdict === "yes") return [];
      const found = verdict === "unknown" ? "unknown" : (outcome.otherwise ?? "breaking");
      return [{ kind: "finding" as const, rule, class: found, element, message }];
    }
    const settled = outcome.alternatives.map((alternative) => settle(alternative, answer));
    const worst = settled.map((findings) =>
      findings.some((item) => item.class === "breaking")
        ? 2
        : findings.some((item) => item.class === "unknown")
          ? 1
          : 0,
    );
    if (worst.includes(0)) return [];
    return [
      {
        kind: "finding" as const,
        rule,
        class: worst.includes(1) ? ("unknown" as const) : ("breaking" as const),
        element,
        message,
      },
    ];
  });
}

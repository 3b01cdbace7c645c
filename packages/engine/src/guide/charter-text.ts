/** A charter as text: what is known as fields, what only a person knows as marked questions. */
import { stringify } from "yaml";

export interface CharterAnswers {
  readonly id: string;
  readonly name: string;
  readonly mission?: string;
  readonly does?: readonly string[];
  readonly doesNot?: readonly string[];
  readonly stage?: string;
  readonly owners?: readonly string[];
  readonly alternatives?: readonly { readonly name: string; readonly reason: string }[];
  /** What was seen that may help to answer, as comments. */
  readonly seen?: readonly string[];
}

interface Question {
  readonly field: keyof CharterAnswers;
  readonly ask: string;
  readonly form: string;
}

const QUESTIONS: readonly Question[] = [
  { field: "mission", ask: "what does it do, so that a newcomer understands it?", form: "mission: …" },
  { field: "does", ask: "what does it do, in a few points?", form: "does: [ … ]" },
  { field: "doesNot", ask: "what does it not do, just as clearly?", form: "doesNot: [ … ]" },
  { field: "owners", ask: "who owns it? (a login with @, a team, or an address)", form: "owners: [ … ]" },
  {
    field: "alternatives",
    ask: "what else does this already, and why is that not enough?",
    form: "alternatives: [ { name: …, reason: … } ]",
  },
];

/** The text, and the questions that are marked in it. */
export function charterText(answers: CharterAnswers): { readonly text: string; readonly questions: readonly string[] } {
  const lines = [
    "# Drafted by freehold start. Answer what is marked QUESTION, remove what is wrong.",
    field("id", answers.id),
    field("name", answers.name),
    field("kind", "product"),
    field("stage", answers.stage ?? "idea"),
    ...(answers.seen ?? []).map((line) => `# ${line}`),
  ];
  const questions: string[] = [];
  for (const { field: name, ask, form } of QUESTIONS) {
    const value = answers[name];
    if (value !== undefined && value.length > 0) {
      lines.push(field(name, value));
      continue;
    }
    questions.push(ask);
    lines.push(`# QUESTION: ${ask}`, `# ${form}`);
  }
  return { text: `${lines.join("\n")}\n`, questions };
}

function field(name: string, value: unknown): string {
  return stringify({ [name]: value }, { lineWidth: 100 }).trimEnd();
}

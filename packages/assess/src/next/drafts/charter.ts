/**
 * The charter: a new one from what is known, or the questions that an existing one leaves open. Fields hold only
 * what is certain; what was inferred stands beside the question, as a comment.
 */
import { stringify } from "yaml";
import { type DraftContext, type Drafted, inFolder } from "../draft.ts";

interface Question {
  readonly field: string;
  readonly ask: string;
  readonly form: string;
}

const QUESTIONS: readonly Question[] = [
  { field: "mission", ask: "what does it do, so that a newcomer understands it?", form: "mission: …" },
  { field: "doesNot", ask: "what does it not do, just as clearly?", form: "doesNot: [ … ]" },
  { field: "owners", ask: "who owns it? (a login with @, a team, or an address)", form: "owners: [ … ]" },
  { field: "serves", ask: "which product or goal does it serve?", form: "serves: [ … ]" },
  { field: "channels", ask: "where do people ask and report?", form: "channels: [ { kind: issues, url: … } ]" },
  {
    field: "alternatives",
    ask: "what else does this already, and why is that not enough?",
    form: "alternatives: [ { name: …, reason: … } ]",
  },
];

export function charterDraft(context: DraftContext): Drafted | undefined {
  const { product, charter, read } = context;
  const path = product.charter ?? inFolder(context, "product.yaml");
  const before = read(path);
  const open = QUESTIONS.filter(({ field }) => isOpen(charter?.[field]));
  if (before === undefined) {
    const head = stringify({ id: product.id, name: nameOf(context), kind: product.kind });
    const text = ["# Answer what is marked QUESTION, remove what is wrong.", head + asked(open, context)].join("\n");
    return { files: [{ path, text }], questions: open.map(({ ask }) => ask) };
  }
  const fresh = open.filter(({ ask }) => !before.includes(`QUESTION: ${ask}`));
  if (fresh.length === 0) return undefined;
  const text = `${before.replace(/\n*$/, "\n")}${asked(fresh, context)}`;
  return { files: [{ path, text }], questions: fresh.map(({ ask }) => ask) };
}

function isOpen(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function asked(questions: readonly Question[], context: DraftContext): string {
  return questions
    .map(({ field, ask, form }) => {
      const seen = seenFor(field, context).map((line) => `#   ${line}\n`);
      return `# QUESTION: ${ask}\n${seen.join("")}# ${form}\n`;
    })
    .join("");
}

/** What may help to answer, with where it was seen. */
function seenFor(field: string, { product, portfolio }: DraftContext): string[] {
  if (field === "mission" && product.mission !== undefined) {
    const { value, evidence } = product.mission;
    return [`seen: ${JSON.stringify(value)} (${evidence[0]?.path ?? "inferred"})`];
  }
  if (field !== "owners") return [];
  const { steward, founder } = product.ownership;
  return [
    ...(steward === undefined
      ? []
      : [`present steward, by the history: ${nameOfPerson(steward.value.id, steward.value.name)}`]),
    ...(founder === undefined
      ? []
      : [`founding owner, by the history: ${nameOfPerson(founder.value.id, founder.value.name)}`]),
  ];

  function nameOfPerson(id: string, name: string): string {
    const login = portfolio.people.get(id)?.logins[0];
    return login === undefined ? name : `${name} (@${login})`;
  }
}

function nameOf({ product }: DraftContext): string {
  return product.name.includes("/") ? product.slug : product.name;
}

/** Sentences about what something does not do: its name, or a word for it, and a verb that is denied. */

const DENIED = String.raw`(?:does not|doesn['’]t|is not|isn['’]t|cannot|can['’]t|will not|won['’]t|never)`;
const SUBJECT = String.raw`(?:(?:this|the)\s+)?[\w@][\w@/.-]*(?:\s+\w+)?`;
const SENTENCE = new RegExp(
  String.raw`(?:^|[.!?:]\s+)(${SUBJECT}\s+(?:[^.!?:;]{1,160}?,?\s+(?:and|but)\s+)?${DENIED}\s[^.!?]{3,160})`,
  "gi",
);
const LONGEST = 200;
const MOST = 3;

/** The first few of a paragraph. Whose limits they are is for those to say who know its names. */
export function limitsIn(text: string): string[] {
  // Most paragraphs deny nothing.
  if (!/\bnot\b|n['’]t\b|\bnever\b/.test(text)) return [];
  // Space that runs on would be tried at every length.
  const words = text.slice(0, 4000).replaceAll(/\s+/g, " ");
  return [...words.matchAll(SENTENCE)].slice(0, MOST).map(([, said = ""]) => said.slice(0, LONGEST));
}

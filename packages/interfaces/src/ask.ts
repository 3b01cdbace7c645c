/** Asks texts questions, from what is kept where the place keeps answers. */
import type { Json, Place, Source, TextQuestion } from "./kind.ts";

/** The answers in the order asked; undefined where a text can't be read. */
export function ask(question: TextQuestion, paths: readonly string[], place: Place): readonly (Json | undefined)[] {
  if (place.ask !== undefined) return place.ask(question, paths);
  const sources = paths.map((path): Source | undefined => {
    const text = place.read(path);
    return text === undefined ? undefined : { path, text };
  });
  const answers = question.answer(sources.filter((source) => source !== undefined));
  let next = 0;
  return sources.map((source) => (source === undefined ? undefined : answers[next++]));
}

/** A question whose answer is yes or no, and depends on the ending of a path at most. */
export function yesOrNo(id: string, test: (source: Source) => boolean): TextQuestion {
  return { id, dialect: endingOf, answer: (sources) => sources.map(test) };
}

/** The paths whose texts say yes. */
export function pathsThat(question: TextQuestion, paths: readonly string[], place: Place): string[] {
  const answers = ask(question, paths, place);
  return paths.filter((_, index) => answers[index] === true);
}

/** `.schema.json` and `.json` are different, so two parts count; a name without any counts as it is. */
function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /(?:\.[^.]+)?\.[^.]+$/.exec(name)?.[0] ?? name;
}

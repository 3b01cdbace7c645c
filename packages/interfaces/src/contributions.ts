/**
 * What each file contributes to an interface that is put together from many of them.
 *
 * A kind reads one file alone into plain data, which is kept by the file's content; what the data mean together
 * (names across files, elements) is worked out from the kept ones. So of two versions of a unit only the files that
 * differ are asked for and parsed.
 */
import { ask } from "./ask.ts";
import type { Json, Place, Source } from "./kind.ts";

export interface Contribution<T> {
  /** With its version, raised when the same text contributes something else. */
  readonly id: string;
  /** All that a contribution depends on beside the text. */
  dialect(path: string): string;
  /** Of one file; plain data of about the size of what it declares, not of its text. */
  read(source: Source): Json;
  /** What was kept, as it is used. */
  open(path: string, kept: Json): T;
}

/** In the order of the paths; those whose text can't be had are left out. */
export function contributionsOf<T>(of: Contribution<T>, paths: readonly string[], place: Place): readonly T[] {
  const answers = ask(
    {
      id: of.id,
      whole: true,
      dialect: (path) => of.dialect(path),
      answer: (sources) => sources.map((source) => of.read(source)),
    },
    paths,
    place,
  );
  return paths.flatMap((path, index) => {
    const kept = answers[index];
    return kept === undefined ? [] : [of.open(path, kept)];
  });
}

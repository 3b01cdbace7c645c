/** The name that was probably meant. */
import { distance } from "fastest-levenshtein";

/** The known name nearest to a wrong one, if it is near enough to be a slip: at most a third of it differs. */
export function closest(name: string, known: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.floor(name.length / 3) + 1;
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    const apart = other.includes(wanted) && wanted.length > 2 ? 1 : distance(wanted, other);
    if (apart < least) [best, least] = [candidate, apart];
  }
  return best;
}

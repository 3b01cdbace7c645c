/** Portions of a list, small enough for the parameters of one statement. */
const PORTION = 500;

export function* portions<T>(items: Iterable<T>, size: number = PORTION): Generator<T[]> {
  let portion: T[] = [];
  for (const item of items) {
    portion.push(item);
    if (portion.length < size) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

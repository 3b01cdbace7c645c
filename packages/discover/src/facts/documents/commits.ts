/** Commits that a document names, by their ids or the beginnings of them. */

const ID = /\b(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b/g;
const MOST = 30;

export function commitsIn(text: string): string[] {
  return [...new Set(text.match(ID))].slice(0, MOST);
}

/** A score out of a hundred, with what it would be if all that is unknown passed. */
export function scoreText(score: number | undefined, possible?: number): string {
  if (score === undefined) return "–";
  const least = Math.round(score * 100);
  const most = possible === undefined ? least : Math.round(possible * 100);
  return most === least ? String(least) : `${least}–${most}`;
}

/** Times of the store (milliseconds) as the API writes them. */
export function iso(time: number): string {
  return new Date(time).toISOString();
}

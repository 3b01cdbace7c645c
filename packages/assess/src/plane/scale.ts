/** Measures of any size on a scale from 0 to 1. */

/** 0 at nothing, 1 at `full` and above; each doubling adds the same. */
export function rising(value: number, full: number): number {
  return Math.min(1, Math.log2(1 + Math.max(0, value)) / Math.log2(1 + full));
}

/** 1 up to `good`, 0 from `bad` on; each doubling in between takes the same. */
export function falling(value: number, good: number, bad: number): number {
  if (value <= good) return 1;
  return value >= bad ? 0 : 1 - Math.log2(value / good) / Math.log2(bad / good);
}

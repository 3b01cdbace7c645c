/**
 * The clock of a running process: that of the machine, but one that is set back is not followed. What waits would
 * wait for as long as it was set back, and leases would not end for as long. One that is set forward is followed, as
 * after sleep. A process that starts later takes the clock as it is then.
 */

/** Milliseconds since 1970, never less than before. */
export const steadyNow = steadyClock(
  () => Date.now(),
  () => performance.now(),
);

/**
 * `wall`: the machine's clock; `passed`: milliseconds that passed since any moment.
 * @internal
 */
export function steadyClock(wall: () => number, passed: () => number): () => number {
  let ahead = wall() - passed();
  return () => {
    ahead = Math.max(ahead, wall() - passed());
    return Math.floor(ahead + passed());
  };
}

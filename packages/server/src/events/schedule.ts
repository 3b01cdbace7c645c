/** When a delivery is tried again: the schedule of Standard Webhooks, with jitter, and what the receiver asks for. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Before the second attempt, the third, … */
const DELAYS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** A receiver may ask for more time than the schedule, but not for ever. */
const LONGEST_WAIT = 24 * HOUR;

/**
 * Milliseconds until the next attempt; undefined after the last. `random` in [0, 1) spreads deliveries that
 * failed together over a fifth of the delay.
 */
export function delayAfter(attempts: number, random: number, askedFor: number = 0): number | undefined {
  const delay = DELAYS[attempts - 1];
  if (delay === undefined) return undefined;
  return Math.max(Math.round(delay * (1 + random / 5)), Math.min(askedFor, LONGEST_WAIT));
}

/** `Retry-After` in seconds or as a date, in milliseconds; 0 where it says nothing that is understood. */
export function retryAfter(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND;
  // JavaScript reads nearly anything as a date; HTTP's begin with the day.
  const date = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), /.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

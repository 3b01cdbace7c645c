/** Seconds in a year. */
export const YEAR = 365.25 * 24 * 3600;

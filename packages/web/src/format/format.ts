/** Numbers, shares and dates as the pages write them. English by design, like the rest of the pages. */
const whole = new Intl.NumberFormat("en");
const day = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

export function formatCount(value: number): string {
  return whole.format(value);
}

/** `1 product`, `2 products`. */
export function formatQuantity(value: number, singular: string, plural = `${singular}s`): string {
  return `${whole.format(value)} ${value === 1 ? singular : plural}`;
}

/** A probability; never rounded up to a certainty nor down to an impossibility. */
export function formatConfidence(probability: number): string {
  if (probability >= 1) return "100%";
  if (probability <= 0) return "0%";
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))}%`;
}

export function formatDay(iso: string): string {
  return day.format(new Date(iso));
}

export function formatMoment(iso: string): string {
  return moment.format(new Date(iso));
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 24 * 3600],
  ["month", 30 * 24 * 3600],
  ["day", 24 * 3600],
  ["hour", 3600],
  ["minute", 60],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** `3 months ago`, in the largest unit that fits. */
export function formatAgo(iso: string, now: Date = new Date()): string {
  const seconds = Math.max(0, (now.getTime() - new Date(iso).getTime()) / 1000);
  for (const [unit, size] of STEPS) if (seconds >= size) return relative.format(-Math.floor(seconds / size), unit);
  return "just now";
}

const BYTES = ["B", "kB", "MB", "GB"];

export function formatBytes(bytes: number): string {
  const step = Math.min(BYTES.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${BYTES[step] ?? ""}`;
}

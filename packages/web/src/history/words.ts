/** Changes in words. */
interface Named {
  readonly kind: string;
  readonly action: string;
}

/** `Product changed:`; the words of the store, since the log shows what is there. */
export function actionWords({ kind, action }: Named): string {
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)} ${action}`;
}

const LONGEST = 300;

export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

export function shownValue(value: unknown): string {
  if (isNothing(value)) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The query part of addresses as people would write it: `?kind=product,component&sort=-reach`. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "",
  );
  if (pairs.length === 0) return "";
  const text = new URLSearchParams(pairs).toString();
  // Commas, slashes and colons are legal there, and far easier to read.
  return `?${text.replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%40", "@")}`;
}

/** Several values in one parameter. A value that holds a comma is quoted by percent, once more. */
export function parseList(text: string | undefined): readonly string[] {
  if (text === undefined || text === "") return [];
  return text.split(",").map((part) => part.replaceAll("%2C", ",").replaceAll("%25", "%"));
}

export function stringifyList(values: readonly string[]): string | undefined {
  return values.length === 0
    ? undefined
    : values.map((value) => value.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",");
}

/** Keeps the named parameters and drops whatever else somebody wrote. */
export function pick<K extends string>(search: Record<string, unknown>, keys: readonly K[]): { [P in K]?: string } {
  const picked: { [P in K]?: string } = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "string" && value !== "") picked[key] = value;
  }
  return picked;
}

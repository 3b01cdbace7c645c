/** An object without the fields that say nothing, so that absent and undefined are one. */
type Stated<T> = T extends unknown ? { [K in keyof T]: Exclude<T[K], undefined> } : never;

export function stated<T extends object>(value: T): Stated<T> {
  // Only entries that are undefined go; the type says the same field by field.
  return Object.fromEntries(Object.entries(value).filter(([, said]) => said !== undefined)) as Stated<T>;
}

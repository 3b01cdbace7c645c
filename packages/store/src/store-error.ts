/** What a store can't do, with a stable code; the server maps codes to answers. Anything else thrown is a bug or the database's. */
export type StoreErrorCode =
  | "store/newer-schema"
  | "store/organisation-unknown"
  | "store/organisation-exists"
  | "store/not-found"
  | "store/version-conflict"
  | "store/invalid"
  | "store/key-mismatch"
  | "store/full"
  | "store/conflict"
  | "store/bad-cursor";

export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  /** What the caller needs to mend it, such as the version that is there. */
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(code: StoreErrorCode, message: string, detail: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

/** Why a source could not be read, with what to do about it. */

interface Words {
  /** What to do. */
  readonly hint?: string;
  /** Trying again would not help until somebody changed something. */
  readonly final?: boolean;
  /** The host asks to come back at this time (milliseconds). */
  readonly until?: number;
}

export class SourceFailure extends Error {
  override readonly name = "SourceFailure";
  /** Stable: `source/<what>`. */
  readonly code: `source/${string}`;
  readonly hint: string | undefined;
  readonly final: boolean;
  readonly until: number | undefined;

  constructor(code: `source/${string}`, message: string, { hint, final = false, until }: Words = {}) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.final = final;
    this.until = until;
  }
}

/** What could not be done at all; anything less is a `Problem` in the result. */
import type { Problem } from "@freehold/model";

export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: string;
  readonly hint: string | undefined;
  readonly problems: readonly Problem[];

  /** `code` is stable, `<area>/<what>`; the hint says what to do. */
  constructor(code: string, message: string, hint?: string, problems: readonly Problem[] = []) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.problems = problems;
  }
}

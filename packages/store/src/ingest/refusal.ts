/** Why a snapshot is not taken in: every reason with the JSON pointer (RFC 6901) of what is wrong. */
export interface Refusal {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
}

/** What a schema finds wrong. */
interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Enough to see what is wrong; a generator that is broken is broken everywhere. */
const MOST_REFUSALS = 50;

/** Nothing of the snapshot was kept. */
export class IngestRefused extends Error {
  override readonly name = "IngestRefused";
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    const [first] = refusals;
    const more = refusals.length > 1 ? ` (and ${refusals.length - 1} more)` : "";
    super(`the snapshot is not valid: ${first?.pointer ?? ""} ${first?.message ?? ""}${more}`);
    this.refusals = refusals;
  }
}

export class RefusalList {
  readonly #refusals: Refusal[] = [];

  add(refusal: Refusal): void {
    this.#refusals.push(refusal);
    if (this.#refusals.length >= MOST_REFUSALS) this.throwIfAny();
  }

  addIssues(pointer: string, issues: readonly Issue[]): void {
    for (const { path, message } of issues) {
      this.add({ code: "snapshot/invalid", pointer: [pointer, ...path.map(escaped)].join("/"), message });
    }
  }

  throwIfAny(): void {
    if (this.#refusals.length > 0) throw new IngestRefused(this.#refusals);
  }
}

function escaped(part: PropertyKey): string {
  return String(part).replaceAll("~", "~0").replaceAll("/", "~1");
}

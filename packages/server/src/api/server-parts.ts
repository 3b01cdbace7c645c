/** What routes are given beside the store: whatever the server was composed with. */
import type { CompiledStandard } from "@freehold/engine";
import type { AccountsPart } from "../accounts/part.ts";
import type { SourceRules } from "../sources/rules.ts";
import type { GuardOptions } from "../events/destination.ts";
import type { LocalPart } from "./local-part.ts";

export interface ServerParts {
  /** Absent where nobody signs in. */
  readonly accounts?: AccountsPart;
  /** Absent where no repository is at hand. */
  readonly local?: LocalPart;
  /** What products are held to. Default: the standard that Freehold ships. */
  readonly standard?: CompiledStandard;
  /** The public address of the server, without a path; absent where none is set. */
  readonly origin?: string;
  /** What this server lets sources do. */
  readonly sources: SourceRules;
  /** Where webhooks may go, and how many milliseconds a receiver may take. */
  readonly webhooks: GuardOptions & { readonly timeout: number };
  /** The clock. */
  readonly now: () => number;
}

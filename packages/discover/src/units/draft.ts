/** A unit on its way: what an ecosystem found, with what the whole repository says about it. */
import type { Evidence, UnitRole } from "@freehold/model";
import type { UnitDraft } from "../ecosystems/ecosystem.ts";

export interface FoundUnit {
  readonly ecosystem: string;
  readonly draft: UnitDraft;
}

export interface RoledUnit extends FoundUnit {
  readonly role: UnitRole;
  /** Why it has that role; absent for what is simply source. */
  readonly reason?: Evidence;
}

export interface IdentifiedUnit extends RoledUnit {
  readonly id: string;
}

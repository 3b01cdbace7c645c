/** What this server lets sources do, and by what their secrets are kept. */
import type { Store } from "@freehold/store";
import { accountsOn } from "../config/coherence.ts";
import { type Settings, settingsSchema } from "../config/settings.ts";
import { createSealing, type Sealing } from "./sealing.ts";

export interface SourceRules extends Sealing {
  /** Whether folders of this machine may be read: where one person uses it. */
  readonly local: boolean;
  /** The address of this server for webhooks of others, without a slash at the end; absent: none is known. */
  readonly address?: string;
}

export function sourceRules(store: Store, settings: Settings = settingsSchema.parse({})): SourceRules {
  const address = settings.publicUrl?.replace(/\/+$/, "");
  return {
    ...createSealing(store, settings.secret),
    local: !accountsOn(settings),
    ...(address === undefined ? {} : { address }),
  };
}

/** The composition of what works jobs off, from the settings. */
import { availableParallelism, homedir } from "node:os";
import { join } from "node:path";
import { openClones, openWeb, type Reach } from "@freehold/sources";
import { steadyNow, type Store } from "@freehold/store";
import type { Settings } from "../../config/settings.ts";
import { findDestination } from "../../events/destination.ts";
import type { SourceRules } from "../rules.ts";
import { scanApart } from "./scan-apart.ts";
import type { WorkTools } from "./work.ts";
import { startWorking, type Working } from "./working.ts";

const MIB = 1024 * 1024;

export interface OpenedWorking extends Working {
  readonly close: (patience: number) => Promise<void>;
}

export function openWorking(
  store: Store,
  rules: SourceRules,
  settings: Settings,
  failed: (error: unknown, job?: { readonly id: string; readonly kind: string }) => void,
): OpenedWorking {
  const reach: Reach = async (url) => {
    const { address, family } = await findDestination(url.href, {
      allow: settings["sources.allow"],
      setting: "sources.allow",
    });
    return { address, family };
  };
  const web = openWeb(reach);
  const tools: WorkTools = {
    store,
    rules,
    web,
    reach,
    clones: openClones({
      folder: settings["sources.cache"] ?? defaultCache(),
      mostBytes: settings["sources.cacheMegabytes"] * MIB,
      mostBytesEach: settings["sources.repositoryMegabytes"] * MIB,
      reach,
    }),
    places: { environment: process.env, folder: settings["sources.credentials"] },
    scan: scanApart,
    scanTime: settings["worker.scanMinutes"] * 60_000,
    now: steadyNow,
  };
  const places = settings["worker.jobs"] ?? Math.max(1, Math.floor(availableParallelism() / 2));
  const working = startWorking({ tools, places, failed, random: Math.random });
  return {
    ...working,
    async close(patience) {
      await working.stop(patience);
      await web.close();
    },
  };
}

/** As the XDG base directories have it. */
function defaultCache(): string {
  return join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "freehold", "sources");
}

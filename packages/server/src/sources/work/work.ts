/** What jobs are done with, and the failure behind whatever they throw. */
import { IngestRefused, type JobError, type Source, type Store, type TakenJob } from "@freehold/store";
import {
  type Clones,
  type Credential,
  openSource,
  type OpenSource,
  type Place,
  type Reach,
  SourceFailure,
  type Web,
} from "@freehold/sources";
import { readConfig, type SourceConfig } from "../config.ts";
import type { SourceRules } from "../rules.ts";
import { openSecrets, placed } from "../save-source.ts";
import { SealBroken } from "../sealing.ts";
import type { ScanCall } from "./scan-apart.ts";
import type { Scan } from "./scan-one.ts";
import { type CredentialPlaces, credentialOf } from "./credential.ts";

export interface WorkTools {
  readonly store: Store;
  readonly rules: SourceRules;
  readonly web: Web;
  readonly clones: Clones;
  readonly reach: Reach;
  readonly places: CredentialPlaces;
  readonly scan: (call: ScanCall) => Promise<Scan>;
  /** Milliseconds that the scan of one repository may take. */
  readonly scanTime: number;
  readonly now: () => number;
}

export interface JobCall {
  readonly job: TakenJob;
  /** Ends when the job is not this worker's any more. */
  readonly signal: AbortSignal;
  /** Shown while the job runs. */
  readonly say: (progress: unknown) => void;
}

export interface OpenedSource extends OpenSource {
  readonly source: Source;
  readonly config: SourceConfig;
  readonly place: Place;
  readonly credential: Credential;
}

/** The source of a job with its credential; undefined where it was removed. Throws `SourceFailure`, `SealBroken`. */
export async function sourceOf(tools: WorkTools, { job }: JobCall): Promise<OpenedSource | undefined> {
  const { store, rules, web, places, now } = tools;
  const organisation = await store.forOrganisation(job.organisation);
  const source = await organisation.sources.find(job.source ?? "");
  if (source === undefined) return undefined;
  const config = readConfig(source.config);
  const secrets = await openSecrets({ organisation, of: job.organisation, rules }, source.id);
  const place = placed({ kind: source.kind as Place["kind"], url: source.url, api: config.api }, rules);
  const credential = await credentialOf(config, secrets, places);
  return { source, config, place, credential, ...(await openSource(place, credential, { web, now })) };
}

/** What went wrong in words for people, and whether another attempt may help. */
export function explainFailure(error: unknown): {
  readonly error: JobError;
  readonly final: boolean;
  readonly until?: number;
} {
  if (error instanceof SourceFailure) {
    const { code, message, hint, final, until } = error;
    return {
      error: { code, message, ...(hint === undefined ? {} : { hint }) },
      final,
      ...(until === undefined ? {} : { until }),
    };
  }
  if (error instanceof SealBroken) {
    const hint = "Was the setting secret changed? Give the source its credential again.";
    return { error: { code: "source/sealed", message: `its credential: ${error.message}`, hint }, final: true };
  }
  if (error instanceof IngestRefused) {
    const hint = "This is a defect of Freehold, or of two versions of it that work together; please report it.";
    return { error: { code: "source/snapshot", message: error.message.slice(0, 1000), hint }, final: true };
  }
  const message = error instanceof Error ? error.message : String(error);
  const hint = "It is tried again by itself; the log tells more.";
  return { error: { code: "source/failed", message: message.slice(0, 1000), hint }, final: false };
}

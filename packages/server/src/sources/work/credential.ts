/** From what is kept of a credential to the credential: opened, or read from where it is. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Credential, SourceFailure } from "@freehold/sources";
import type { SourceConfig, SourceSecrets } from "../config.ts";

export interface CredentialPlaces {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder of files that may be named; absent: none may. */
  readonly folder: string | undefined;
}

/** Throws `SourceFailure` where it is not there. */
export async function credentialOf(
  { credential }: SourceConfig,
  { credential: kept, knownHosts = "" }: SourceSecrets,
  places: CredentialPlaces,
): Promise<Credential> {
  const { kind, user, app = "", installation } = credential;
  if (kind === "none") return { kind };
  const secret = await secretIn(kept, places);
  if (kind === "token") return { kind, token: secret, ...(user === undefined ? {} : { user }) };
  if (kind === "key") return { kind, privateKey: secret, knownHosts };
  return { kind, app, privateKey: secret, ...(installation === undefined ? {} : { installation }) };
}

async function secretIn(kept: SourceSecrets["credential"], { environment, folder }: CredentialPlaces): Promise<string> {
  if (typeof kept === "string") return kept;
  if (kept === undefined) throw missing("the credential of the source is gone", "Give it again.");
  if ("environment" in kept) {
    const value = environment[kept.environment]?.trim();
    if (value !== undefined && value !== "") return value;
    throw missing(`the variable ${kept.environment} is not set here`, "Set it where every server and worker runs.");
  }
  if (folder === undefined) {
    throw missing(
      `the file ${kept.file} can't be read`,
      "Name the folder of such files in the setting sources.credentials.",
    );
  }
  try {
    return (await readFile(join(folder, kept.file), "utf8")).trim();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw missing(
      `the file ${kept.file} in ${folder} can't be read: ${code}`,
      "Put it where every server and worker runs.",
    );
  }
}

function missing(message: string, hint: string): SourceFailure {
  return new SourceFailure("source/credential", message, { final: true, hint });
}

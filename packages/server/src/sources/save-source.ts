/** Making and changing sources: what they may be, and their secrets sealed. */
import { credentialHost, parsePlace, type Place, PlaceRefused } from "@freehold/sources";
import type { Author, OrganisationStore, Source } from "@freehold/store";
import { problem } from "../api/problems.ts";
import { millisecondsOf, type SourceBody } from "../api/schemas/source.ts";
import { configOf, readConfig, secretsOf, secretsSchema, type SourceSecrets } from "./config.ts";
import type { SourceRules } from "./rules.ts";

export interface Saving {
  readonly organisation: OrganisationStore;
  /** Id of the organisation. */
  readonly of: string;
  readonly author: Author;
  readonly rules: SourceRules;
}

/** Throws problems of status 400 (it fits no source), 404 and 412. */
export async function saveSource(
  saving: Saving,
  body: SourceBody,
  before?: Source,
  version?: number,
): Promise<{ readonly id: string; readonly version: number }> {
  const { organisation, of, author, rules } = saving;
  const place = placed(body, rules);
  checkCredential(body, place);
  const old = before === undefined ? undefined : readConfig(before.config);
  if (before !== undefined) keepsToItsHost(body, place, before, rules);
  const changed = body.credential !== undefined || body.hookSecret !== undefined;
  const secrets = changed
    ? secretsOf(body, before === undefined ? {} : await openSecrets(saving, before.id))
    : undefined;
  return await organisation.sources.save(author, {
    ...(before === undefined ? {} : { id: before.id }),
    ...(version === undefined ? {} : { version }),
    kind: body.kind,
    url: body.url,
    config: configOf(body, old),
    active: body.active,
    every: millisecondsOf(body.every),
    ...(secrets === undefined ? {} : { secrets: await sealed(rules, of, secrets) }),
  });
}

/** Secrets of one organisation open for no other. */
function secretsPurpose(organisation: string): string {
  return `source ${organisation}`;
}

async function sealed(rules: SourceRules, organisation: string, secrets: SourceSecrets): Promise<string | null> {
  if (Object.keys(secrets).length === 0) return null;
  return await rules.seal(secretsPurpose(organisation), JSON.stringify(secrets));
}

/** Throws `SealBroken` where the server's secret was changed. */
export async function openSecrets(
  { organisation, of, rules }: Pick<Saving, "organisation" | "of" | "rules">,
  source: string,
): Promise<SourceSecrets> {
  const text = await organisation.sources.secrets(source);
  if (text === undefined) return {};
  return secretsSchema.parse(JSON.parse(await rules.open(secretsPurpose(of), text)));
}

export function placed(body: Pick<SourceBody, "kind" | "url" | "api">, { local }: Pick<SourceRules, "local">): Place {
  try {
    return parsePlace(body.kind, body.url, { api: body.api, local });
  } catch (error) {
    if (error instanceof PlaceRefused) throw wrong("/url", error.message);
    throw error;
  }
}

function checkCredential({ kind, credential, hookSecret, url }: SourceBody, place: Place): void {
  if (typeof hookSecret === "string" && kind !== "github" && kind !== "gitlab") {
    throw wrong("/hookSecret", "only GitHub and GitLab send webhooks that are understood");
  }
  if (credential === undefined || credential.kind === "none") return;
  if (kind === "folder") throw wrong("/credential", "a folder needs none");
  if (credential.kind === "app" && kind !== "github")
    throw wrong("/credential/kind", "an app is GitHub's; give a token");
  const ssh = place.kind === "git" && new URL(place.url).protocol === "ssh:";
  if (credential.kind === "key" && !ssh)
    throw wrong("/credential/kind", "a key is for addresses that begin with ssh:; give a token");
  if (credential.kind === "token" && ssh)
    throw wrong("/credential/kind", "an address that begins with ssh: takes a key");
  if (credential.kind === "token" && !url.startsWith("https:") && kind === "git") {
    throw wrong("/credential/kind", "a token is sent by https only");
  }
}

/** A credential that was given for one host is not sent to another because somebody changed the address. */
function keepsToItsHost(body: SourceBody, place: Place, before: Source, rules: SourceRules): void {
  const config = readConfig(before.config);
  if (config.credential.kind === "none" || body.credential !== undefined) return;
  const kind = before.kind as SourceBody["kind"];
  const was = placed({ kind, url: before.url, api: config.api }, rules);
  if (kind === body.kind && credentialHost(was) === credentialHost(place)) return;
  throw wrong("/credential", "the source moves to another host: give its credential again, or none");
}

function wrong(pointer: string, detail: string) {
  return problem("invalid-input", `body ${pointer}: ${detail}`, { errors: [{ in: "body", pointer, detail }] });
}

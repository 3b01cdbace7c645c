/** Sources as they are made, changed and shown. Secrets go in, never out. */
import { SOURCE_KINDS } from "@freehold/sources";
import { REPOSITORY_STATES } from "@freehold/store";
import * as z from "zod";
import { jobErrorSchema, jobSchema } from "./job.ts";
import { name } from "./parameters.ts";

const count = z.int().nonnegative();
const HOUR = 3_600_000;
/** A number of milliseconds up to here fits the store. */
const LONGEST_HOURS = 24 * 24;

export const sourceParameter = z.strictObject({ source: name.describe("Id of a source") });

export const sourceRepositoryParameters = z.strictObject({
  source: name.describe("Id of a source"),
  repository: name.describe("What the source calls the repository: acme/app"),
});

/** Of all variables and files only these: whoever administers an organisation must not read the server's own secrets. */
const VARIABLE = /^FREEHOLD_CREDENTIAL_[A-Z0-9_]{1,100}$/;
const FILE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,100}$/;

const secretValue = z
  .union([
    z.string().trim().min(1).max(20_000).describe("The secret itself; it is kept sealed"),
    z.strictObject({
      environment: z
        .string()
        .regex(VARIABLE, "write the name of a variable that begins with FREEHOLD_CREDENTIAL_")
        .describe("A variable of the server, read when it is needed: FREEHOLD_CREDENTIAL_ACME"),
    }),
    z.strictObject({
      file: z
        .string()
        .regex(FILE, "write the name of a file, without folders")
        .describe("A file in the folder of the setting sources.credentials, read when it is needed"),
    }),
  ])
  .meta({ id: "SecretValue" });

export type SecretValue = z.output<typeof secretValue>;

const words = z.string().trim().min(1).max(200);

const credentialSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("none") }).describe("What anybody may see"),
    z.strictObject({
      kind: z.literal("token"),
      token: secretValue,
      user: words.optional().describe("The user name that goes with it, where a git host wants one"),
    }),
    z
      .strictObject({
        kind: z.literal("app"),
        app: z.coerce
          .string()
          .regex(/^[\w.-]{1,100}$/)
          .describe("Id or client id of the GitHub App"),
        installation: z.int().positive().optional().describe("Default: the one of the organisation that is read"),
        privateKey: secretValue.describe("In PEM"),
      })
      .describe("A GitHub App: tokens that last an hour are made from it"),
    z
      .strictObject({
        kind: z.literal("key"),
        privateKey: secretValue.describe("An OpenSSH private key without a passphrase, such as a deploy key"),
        knownHosts: z
          .string()
          .trim()
          .min(1)
          .max(20_000)
          .describe("Lines of known_hosts for the host; no others are trusted"),
      })
      .describe("An SSH key, for addresses of git that begin with ssh:"),
  ])
  .meta({ id: "Credential" });

export type CredentialInput = z.output<typeof credentialSchema>;

const pattern = words.describe("Names of repositories; * stands for any characters: billing-*");

const filters = {
  include: z.array(pattern).max(100).default([]).describe("Only these repositories; none: all"),
  exclude: z.array(pattern).max(100).default([]).describe("Not these"),
  archived: z.boolean().default(false).describe("Archived ones too"),
  forks: z.boolean().default(false).describe("Forks too"),
};

const scanning = {
  depth: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe("Commits of history to fetch; default: all, which owners are found by"),
  facts: z
    .boolean()
    .default(true)
    .describe("Bring what only the host knows: description, topics, how soon issues are answered"),
  every: z.number().min(0.1).max(LONGEST_HOURS).default(24).describe("Hours between two looks at the list"),
  active: z.boolean().default(true).describe("Looked at by schedule, and by webhook"),
};

export const sourceBodySchema = z
  .strictObject({
    kind: z.enum(SOURCE_KINDS),
    url: name.describe(
      "https://github.com/acme, https://gitlab.com/acme/tools, https://example.org/app.git, /srv/repositories",
    ),
    api: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional()
      .describe("Where a host serves its API, if not at the usual place"),
    ...filters,
    ...scanning,
    credential: credentialSchema.optional().describe("Absent in a change: as it was"),
    hookSecret: z
      .union([z.string().min(16, "write 16 characters or more").max(200), z.null()])
      .optional()
      .describe("By which webhooks of the host are known; null: they are not taken. Absent in a change: as it was"),
  })
  .meta({ id: "SourceInput" });

export type SourceBody = z.output<typeof sourceBodySchema>;

const shownCredential = z.object({
  kind: z.enum(["none", "token", "app", "key"]),
  from: z
    .string()
    .optional()
    .describe("kept, or where it is read: environment FREEHOLD_CREDENTIAL_ACME, file acme.pem"),
  user: z.string().optional(),
  app: z.string().optional(),
  installation: z.int().optional(),
});

export type ShownCredential = z.output<typeof shownCredential>;

export const sourceSchema = z
  .object({
    id: z.string(),
    kind: z.enum(SOURCE_KINDS),
    url: z.string(),
    api: z.string().optional(),
    include: z.array(z.string()),
    exclude: z.array(z.string()),
    archived: z.boolean(),
    forks: z.boolean(),
    depth: z.int().optional(),
    facts: z.boolean(),
    every: z.number().describe("Hours"),
    active: z.boolean(),
    credential: shownCredential,
    hook: z.object({
      active: z.boolean().describe("Whether webhooks of the host are taken"),
      url: z.string().describe("Where the host is to send them; a path where the server does not know its own address"),
    }),
    repositories: z.record(z.enum(REPOSITORY_STATES), count),
    next: z.iso.datetime().optional().describe("When its list is looked at by schedule"),
    listed: z.iso.datetime().optional().describe("When its list was seen to the end"),
    error: jobErrorSchema.optional().describe("Of the last look at its list"),
    job: jobSchema.optional().describe("The look at its list that waits or runs"),
    version: z.int().positive(),
  })
  .meta({ id: "Source" });

export const savedSourceSchema = z.object({ id: z.string(), version: z.int().positive() }).meta({ id: "SavedSource" });

export const sourceRepositorySchema = z
  .object({
    id: z.string().describe("What the source calls it: acme/app"),
    url: z.string(),
    state: z.enum(REPOSITORY_STATES),
    excluded: z.string().optional().describe("Why it is not scanned"),
    commit: z.string().optional().describe("That was scanned last"),
    scanned: z.iso.datetime().optional(),
    failures: count.describe("Since the last scan that worked"),
    error: jobErrorSchema.optional().describe("Of the last attempt, with what to do"),
    failed: z.iso.datetime().optional(),
    next: z.iso.datetime().optional().describe("When it is scanned next, as far as that is known"),
    job: jobSchema.optional().describe("The scan that waits or runs"),
    listed: z.record(z.string(), z.unknown()).describe("What the list of the source says of it"),
  })
  .meta({ id: "SourceRepository" });

export function millisecondsOf(hours: number): number {
  return Math.round(hours * HOUR);
}

export function hoursOf(milliseconds: number): number {
  return Math.round((milliseconds / HOUR) * 100) / 100;
}

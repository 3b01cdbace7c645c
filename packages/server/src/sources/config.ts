/** What is kept of a source's settings, and its secrets apart from them. */
import * as z from "zod";
import type { CredentialInput, SecretValue, ShownCredential, SourceBody } from "../api/schemas/source.ts";

const keptCredential = z.object({
  kind: z.enum(["none", "token", "app", "key"]),
  from: z.string().optional(),
  user: z.string().optional(),
  app: z.string().optional(),
  installation: z.int().optional(),
});

const configSchema = z.object({
  api: z.string().optional(),
  include: z.array(z.string()).default([]),
  exclude: z.array(z.string()).default([]),
  archived: z.boolean().default(false),
  forks: z.boolean().default(false),
  depth: z.int().optional(),
  facts: z.boolean().default(true),
  credential: keptCredential.default({ kind: "none" }),
  hook: z.boolean().default(false),
});

export type SourceConfig = z.output<typeof configSchema>;

export function readConfig(config: unknown): SourceConfig {
  return configSchema.parse(config);
}

/** Sealed before it is kept. */
export const secretsSchema = z.object({
  /** The token or the private key, or where it is. */
  credential: z.union([z.string(), z.object({ environment: z.string() }), z.object({ file: z.string() })]).optional(),
  knownHosts: z.string().optional(),
  hook: z.string().optional(),
});

export type SourceSecrets = z.output<typeof secretsSchema>;

/** The settings with a credential; what is not said stays as it was. */
export function configOf(body: SourceBody, before: SourceConfig | undefined): SourceConfig {
  const { api, include, exclude, archived, forks, depth, facts, credential, hookSecret } = body;
  return {
    ...(api === undefined ? {} : { api }),
    include,
    exclude,
    archived,
    forks,
    ...(depth === undefined ? {} : { depth }),
    facts,
    credential: credential === undefined ? (before?.credential ?? { kind: "none" }) : shown(credential),
    hook: hookSecret === undefined ? (before?.hook ?? false) : hookSecret !== null,
  };
}

export function secretsOf({ credential, hookSecret }: SourceBody, before: SourceSecrets): SourceSecrets {
  const hook = hookSecret === undefined ? before.hook : (hookSecret ?? undefined);
  const kept = credential === undefined ? before : secretOf(credential);
  return {
    ...(kept.credential === undefined ? {} : { credential: kept.credential }),
    ...(kept.knownHosts === undefined ? {} : { knownHosts: kept.knownHosts }),
    ...(hook === undefined ? {} : { hook }),
  };
}

function secretOf(credential: CredentialInput): SourceSecrets {
  if (credential.kind === "none") return {};
  if (credential.kind === "token") return { credential: credential.token };
  if (credential.kind === "app") return { credential: credential.privateKey };
  return { credential: credential.privateKey, knownHosts: credential.knownHosts };
}

function shown(credential: CredentialInput): ShownCredential {
  if (credential.kind === "none") return { kind: "none" };
  if (credential.kind === "token") {
    const { token, user } = credential;
    return { kind: "token", from: origin(token), ...(user === undefined ? {} : { user }) };
  }
  if (credential.kind === "key") return { kind: "key", from: origin(credential.privateKey) };
  const { app, installation, privateKey } = credential;
  return { kind: "app", from: origin(privateKey), app, ...(installation === undefined ? {} : { installation }) };
}

function origin(value: SecretValue): string {
  if (typeof value === "string") return "kept";
  return "environment" in value ? `environment ${value.environment}` : `file ${value.file}`;
}

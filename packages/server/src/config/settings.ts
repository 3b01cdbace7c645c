/**
 * Every setting of the server, once: what it may be, its default, whether it is a secret, what it is for. File,
 * environment, flags, `freehold config` and the tables of the documentation all come from here.
 */
import ipaddr from "ipaddr.js";
import * as z from "zod";

const list = (item: z.ZodType<string>) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split(",").map((part) => part.trim()) : value),
    z.array(item).readonly(),
  );

const range = z.string().refine((text) => ipaddr.isValidCIDR(text), "write a range of addresses, such as 10.0.0.0/8");
const httpUrl = z.url({ protocol: /^https?$/, error: "write an address, such as https://freehold.example.org" });
const name = z.string().min(1).max(1000);
const megabytes = z.coerce.number().int().min(1).max(100_000_000);
/** In the environment everything is text. */
const truth = z.union([z.boolean(), z.stringbool()]);

export const settingsSchema = z.strictObject({
  database: name
    .optional()
    .meta({ secret: "password" })
    .describe("A SQLite file, or postgres://user@host/database; default: a file in your data folder"),
  host: name.default("127.0.0.1").describe("Address to listen on"),
  port: z.coerce.number().int().min(0).max(65_535).default(4000).describe("Port to listen on; 0 takes any free one"),
  publicUrl: httpUrl.optional().describe("The address that people open; needed where accounts are on"),
  trustedProxies: list(range).default([]).describe("Proxies whose X-Forwarded-For is believed"),
  accounts: z
    .enum(["auto", "on", "off"])
    .default("auto")
    .describe("Whether people sign in; auto: wherever other machines can reach the server"),
  secret: z
    .string()
    .min(32, "write 32 characters or more, such as the output of: openssl rand -base64 32")
    .optional()
    .meta({ secret: true })
    .describe("Signs sessions; by default made once and kept in the database"),
  "session.days": z.coerce.number().int().min(1).max(365).default(14).describe("Days until a sign-in ends"),
  "signIn.github.clientId": name.optional().describe("Sign-in with GitHub: the OAuth app's id"),
  "signIn.github.clientSecret": name.optional().meta({ secret: true }).describe("… and its secret"),
  "signIn.github.url": httpUrl
    .default("https://github.com")
    .describe("… the address of GitHub Enterprise, where it is not GitHub itself"),
  "signIn.oidc.issuer": httpUrl.optional().describe("Sign-in with OpenID Connect: the issuer"),
  "signIn.oidc.clientId": name.optional().describe("… the client's id"),
  "signIn.oidc.clientSecret": name.optional().meta({ secret: true }).describe("… and its secret"),
  "limits.requestsPerMinute": z.coerce
    .number()
    .int()
    .min(10)
    .max(1_000_000)
    .default(1200)
    .describe("Requests of one address in a minute, where accounts are on"),
  "webhooks.allow": list(range).default([]).describe("Private ranges that webhooks may reach; none by default"),
  "webhooks.timeoutSeconds": z.coerce.number().min(1).max(60).default(20).describe("How long a receiver may take"),
  "sources.allow": list(range).default([]).describe("Private ranges in which sources may lie; none by default"),
  "sources.credentials": name
    .optional()
    .describe("Folder of files with secrets that sources may name; none by default"),
  "sources.cache": name
    .optional()
    .describe("Folder in which fetched repositories are kept; default: one in your cache folder"),
  "sources.cacheMegabytes": megabytes.default(20_480).describe("Of all fetched repositories together"),
  "sources.repositoryMegabytes": megabytes.default(5120).describe("Of one fetched repository"),
  "worker.inProcess": truth
    .default(true)
    .describe("Whether the server scans sources itself; false: freehold worker does (PostgreSQL only)"),
  "worker.jobs": z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe("Jobs at a time; default: half of the processors"),
  "worker.scanMinutes": z.coerce
    .number()
    .min(1)
    .max(1440)
    .default(30)
    .describe("How long the scan of one repository may take"),
  "mail.smtp": z
    .url({ protocol: /^smtps?$/, error: "write an address, such as smtps://user:password@mail.example.org" })
    .optional()
    .meta({ secret: "password" })
    .describe("The mail server: smtp://host:587 or smtps://host; without one mail is only noted in the log"),
  "mail.from": z
    .string()
    .regex(
      /^(?:[^<>\p{Cc}]{1,100} <)?[^\s<>@]{1,64}@[^\s<>@]{1,200}>?$/u,
      "write an address, such as Freehold <freehold@example.org>",
    )
    .optional()
    .describe("Who mail comes from"),
  "log.level": z
    .enum(["fatal", "error", "warn", "info", "debug", "silent"])
    .default("warn")
    .describe("What is logged; info: every request"),
  "metrics.token": z
    .string()
    .regex(/^\S{16,}$/, "write 16 characters or more, without spaces")
    .optional()
    .meta({ secret: true })
    .describe("Bearer token for /metrics; without it only this machine may read them"),
  "tracing.url": httpUrl
    .optional()
    .describe(
      "A collector of OpenTelemetry (OTLP over HTTP), such as http://127.0.0.1:4318; without one nothing is traced",
    ),
  "tracing.share": z.coerce.number().min(0).max(1).default(1).describe("The share of requests and jobs that is traced"),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingKey = keyof Settings;

export const SETTING_KEYS = Object.keys(settingsSchema.shape) as readonly SettingKey[];

/** `signIn.github.clientId` is `FREEHOLD_SIGN_IN_GITHUB_CLIENT_ID` in the environment. */
export function environmentName(key: string): string {
  return `FREEHOLD_${key
    .replaceAll(".", "_")
    .replaceAll(/([a-z])([A-Z])/g, "$1_$2")
    .toUpperCase()}`;
}

/** `whole`: nothing of it is shown; `password`: an address, whose password is not. */
export function secrecy(key: SettingKey): "whole" | "password" | undefined {
  const secret = settingsSchema.shape[key].meta()?.["secret"];
  if (secret === "password") return "password";
  return secret === true ? "whole" : undefined;
}

export function about(key: SettingKey): string {
  return settingsSchema.shape[key].description ?? "";
}

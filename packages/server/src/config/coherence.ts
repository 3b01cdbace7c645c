/** What settings must be to each other. Each rule says what to do. */
import type { Problem } from "@freehold/model";
import { isLoopback } from "./loopback.ts";
import type { Place } from "./layer.ts";
import type { SettingKey, Settings } from "./settings.ts";

/** Whether people sign in. */
export function accountsOn({ accounts, host }: Pick<Settings, "accounts" | "host">): boolean {
  return accounts === "on" || (accounts === "auto" && !isLoopback(host));
}

export function coherence(settings: Settings, places: Readonly<Record<SettingKey, Place>>): Problem[] {
  return [exposed(settings), unaddressed(settings), ...TOGETHER.map((keys) => incomplete(settings, keys))].flatMap(
    (found) => (found === undefined ? [] : [placed(found, places)]),
  );
}

interface Found {
  readonly code: string;
  readonly key: SettingKey;
  readonly message: string;
  readonly hint: string;
}

function exposed({ accounts, host }: Settings): Found | undefined {
  if (accounts !== "off" || isLoopback(host)) return undefined;
  return {
    code: "config/needs-accounts",
    key: "host",
    message: `${host} can be reached from other machines, and accounts are off: whoever reaches it could do everything`,
    hint: "Leave host out, so that only this machine is answered, or set accounts: on",
  };
}

function unaddressed(settings: Settings): Found | undefined {
  if (!accountsOn(settings) || settings.publicUrl !== undefined || isLoopback(settings.host)) return undefined;
  return {
    code: "config/needs-public-url",
    key: "publicUrl",
    message: "accounts need publicUrl: requests are judged by the address that they come from",
    hint: "Set it to the address that people open, such as https://freehold.example.org",
  };
}

const TOGETHER: readonly (readonly SettingKey[])[] = [
  ["signIn.github.clientId", "signIn.github.clientSecret"],
  ["mail.smtp", "mail.from", "publicUrl"],
  ["signIn.oidc.issuer", "signIn.oidc.clientId", "signIn.oidc.clientSecret"],
];

function incomplete(settings: Settings, keys: readonly SettingKey[]): Found | undefined {
  const given = keys.filter((key) => settings[key] !== undefined);
  const [first] = given;
  if (first === undefined || given.length === keys.length) return undefined;
  const missing = keys.filter((key) => settings[key] === undefined).join(", ");
  return {
    code: "config/incomplete",
    key: first,
    message: `${first} is of no use without ${missing}`,
    hint: `Set ${missing} too, or none of them`,
  };
}

function placed({ key, ...found }: Found, places: Readonly<Record<SettingKey, Place>>): Problem {
  const { path, line, column } = places[key];
  return {
    severity: "error",
    ...found,
    ...(path === undefined ? {} : { path }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

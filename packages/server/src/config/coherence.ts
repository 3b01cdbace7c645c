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
  return [exposed(settings), unaddressed(settings), ...TOGETHER.map((part) => incomplete(settings, part))].flatMap(
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

interface Together {
  /** Each is of no use without all others. */
  readonly keys: readonly SettingKey[];
  /** Nor without these, which are of use alone. */
  readonly needs?: readonly SettingKey[];
}

const TOGETHER: readonly Together[] = [
  { keys: ["signIn.github.clientId", "signIn.github.clientSecret"] },
  { keys: ["mail.smtp", "mail.from"], needs: ["publicUrl"] },
  { keys: ["signIn.oidc.issuer", "signIn.oidc.clientId", "signIn.oidc.clientSecret"] },
];

function incomplete(settings: Settings, { keys, needs = [] }: Together): Found | undefined {
  const first = keys.find((key) => settings[key] !== undefined);
  const missing = [...keys, ...needs].filter((key) => settings[key] === undefined).join(", ");
  if (first === undefined || missing === "") return undefined;
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

/** The settings as they may be shown to anybody: secrets hidden, each with where it comes from. */
import type { Configuration } from "./configuration.ts";
import { about, environmentName, secrecy, SETTING_KEYS, type SettingKey } from "./settings.ts";

export interface ShownSetting {
  readonly key: SettingKey;
  /** Absent where it is not set. */
  readonly value?: unknown;
  readonly from: string;
  readonly environment: string;
  readonly about: string;
}

export function shownSettings({ settings, places }: Configuration): ShownSetting[] {
  return SETTING_KEYS.map((key) => ({
    key,
    ...(settings[key] === undefined ? {} : { value: visible(key, settings[key]) }),
    from: places[key].name,
    environment: environmentName(key),
    about: about(key),
  }));
}

function visible(key: SettingKey, value: unknown): unknown {
  const how = secrecy(key);
  if (how === undefined) return value;
  return how === "whole" ? "(hidden)" : withoutPassword(String(value));
}

/** An address without its password, wherever it may stand; what is no address is a path and stays. */
export function withoutPassword(text: string): string {
  if (!text.includes("://")) return text;
  if (!URL.canParse(text)) return "(hidden)";
  const url = new URL(text);
  if (url.password !== "") url.password = "hidden";
  if (url.searchParams.has("password")) url.searchParams.set("password", "hidden");
  return url.href;
}

/** The effective settings: file, then environment, then flags; what a later one says replaces what an earlier one said. */
import type { Problem } from "@freehold/model";
import type * as z from "zod";
import { readFileLayer } from "./file-layer.ts";
import type { Layer, Place } from "./layer.ts";
import { coherence } from "./coherence.ts";
import { environmentName, secrecy, SETTING_KEYS, type SettingKey, type Settings, settingsSchema } from "./settings.ts";

export interface Sources {
  readonly file?: { readonly path: string; readonly text: string };
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** By setting; what was not given is absent. */
  readonly flags?: Readonly<Record<string, unknown>>;
}

export interface Configuration {
  readonly settings: Settings;
  readonly places: Readonly<Record<SettingKey, Place>>;
}

/** Settings where everything fits, else every problem with its place. */
export function readConfiguration(
  sources: Sources,
): { readonly configuration: Configuration } | { readonly problems: readonly Problem[] } {
  const file = sources.file === undefined ? undefined : readFileLayer(sources.file.text, sources.file.path);
  const layers = [file, environmentLayer(sources.environment ?? {}), flagLayer(sources.flags ?? {})];
  const stated = new Map<string, { readonly value: unknown; readonly place: Place }>();
  for (const layer of layers) for (const [key, found] of layer?.values ?? []) stated.set(key, found);
  const parsed = settingsSchema.safeParse(Object.fromEntries([...stated].map(([key, { value }]) => [key, value])));
  const problems = [...(file?.problems ?? []), ...(parsed.success ? [] : parsed.error.issues.map(explain))];
  if (problems.length > 0 || !parsed.success) return { problems };
  const places = Object.fromEntries(SETTING_KEYS.map((key) => [key, placeOf(key)])) as Record<SettingKey, Place>;
  const incoherent = coherence(parsed.data, places);
  return incoherent.length > 0 ? { problems: incoherent } : { configuration: { settings: parsed.data, places } };

  function placeOf(key: string): Place {
    return stated.get(key)?.place ?? { from: "default", name: "default" };
  }

  function explain(issue: z.core.$ZodIssue): Problem {
    const key = String(issue.path[0] ?? "");
    const { name, path, line, column } = placeOf(key);
    const secret = SETTING_KEYS.some((known) => known === key && secrecy(known) !== undefined);
    const shown = secret ? "…" : JSON.stringify(stated.get(key)?.value)?.slice(0, 100);
    return {
      code: "config/invalid",
      severity: "error",
      message: `${key} (${name}) can't be ${shown}: ${issue.message}`,
      ...(path === undefined ? {} : { path }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    };
  }
}

/** An empty variable is one that was not set: compose files can't leave one out. */
function environmentLayer(environment: Readonly<Record<string, string | undefined>>): Layer {
  const values = new Map<string, { value: unknown; place: Place }>();
  for (const key of SETTING_KEYS) {
    const name = environmentName(key);
    const value = environment[name];
    if (value !== undefined && value !== "") values.set(key, { value, place: { from: "environment", name } });
  }
  return { values, problems: [] };
}

function flagLayer(flags: Readonly<Record<string, unknown>>): Layer {
  const given = Object.entries(flags).filter(([, value]) => value !== undefined);
  const values = new Map(
    given.map(([key, value]) => [key, { value, place: { from: "flag" as const, name: `--${key}` } }]),
  );
  return { values, problems: [] };
}

import type { Settings } from "../../config/settings.ts";
import type { Tracing } from "./start-tracing.ts";

/** Tracing where the settings ask for it; else undefined, and nothing of OpenTelemetry is loaded. */
export async function wantedTracing(
  settings: Settings,
  failed: (message: string) => void,
): Promise<Tracing | undefined> {
  const url = settings["tracing.url"];
  if (url === undefined) return undefined;
  const { startTracing } = await import("./start-tracing.ts");
  return startTracing(settings, url, failed);
}

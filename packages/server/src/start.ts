/** Starts the server on this machine; the one place that opens a port. */
import { buildView } from "@freehold/engine";
import type { Snapshot } from "@freehold/model";
import { createApp } from "./app.ts";

export interface StartOptions {
  readonly snapshot: Snapshot;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Folder of the built web app. */
  readonly webRoot: string;
}

export interface RunningServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { snapshot, port = 0, host = "127.0.0.1", webRoot } = options;
  const view = buildView(snapshot);
  const app = await createApp({ view: () => view, webRoot });
  const address = await app.listen({ port, host });
  return { address, close: () => app.close() };
}

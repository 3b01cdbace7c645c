/** Starts the server on this machine; the one place that opens a port. */
import { buildView, type ViewOptions } from "@freehold/engine";
import type { Snapshot } from "@freehold/model";
import { createApp } from "./app.ts";
import { explained } from "./listen-failure.ts";

export interface StartOptions extends ViewOptions {
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
  const view = buildView(snapshot, options);
  const app = await createApp({ view: () => view, webRoot });
  try {
    const address = await app.listen({ port, host });
    return { address, close: () => app.close() };
  } catch (error) {
    await app.close();
    throw explained(error, host, port);
  }
}

/**
 * The same server over one snapshot, for whoever looks at it on their own machine: a database in memory that
 * goes when the server ends, nothing to write to, and what only the repositories at hand can tell.
 */
import { type CompiledStandard, type DraftSource, snapshotText } from "@freehold/engine";
import type { Comparison, Snapshot } from "@freehold/model";
import { openStore, type Store } from "@freehold/store";
import { explained } from "../listen-failure.ts";
import { readOnlyUser, SINGLE_ORGANISATION } from "./actor.ts";
import { alone, createPortfolioApp } from "./app.ts";
import { startAssessing } from "./assessing/assessing.ts";
import type { LocalPart } from "./local-part.ts";

export interface SnapshotServerOptions {
  readonly snapshot: Snapshot;
  /** With the snapshot or revision that was named to compare with; absent when there was none. */
  readonly comparison?: Comparison | undefined;
  /** Default: the standard that Freehold ships. */
  readonly standard?: CompiledStandard | undefined;
  /** Absent where no repository is at hand. */
  readonly drafts?: DraftSource | undefined;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Folder of the built web app. */
  readonly webRoot: string;
}

export interface SnapshotServer {
  readonly address: string;
  /** Waits until every product is assessed; pages are there before. */
  readonly assessed: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Throws a `Failure` where the port is in use. */
export async function serveSnapshot(options: SnapshotServerOptions): Promise<SnapshotServer> {
  const { snapshot, standard, port = 0, host = "127.0.0.1", webRoot } = options;
  const store = await openStore({ at: ":memory:" });
  await fill(store, snapshot);
  const local = localPart(options);
  const server = { ...alone(store), local, ...(standard === undefined ? {} : { standard }) };
  const app = await createPortfolioApp({ store, server, webRoot, only: readOnlyUser });
  let address: string;
  try {
    address = await app.listen({ port, host });
  } catch (error) {
    await app.close();
    await store.close();
    throw explained(error, host, port);
  }
  const assessing = startAssessing(store, standard, (error) => app.log.error({ err: error }, "not assessed"));
  return {
    address,
    assessed: assessing.turn,
    async close() {
      await assessing.stop();
      await app.close();
      await store.close();
    },
  };
}

async function fill(store: Store, snapshot: Snapshot): Promise<void> {
  await store.createOrganisation({ id: SINGLE_ORGANISATION, name: "This machine" });
  const organisation = await store.forOrganisation(SINGLE_ORGANISATION);
  await organisation.ingest({ actor: "local", kind: "person" }, bytesOf(snapshot), { threadFrom: THREAD_FROM });
}

/** A thread loads once more what this process has just loaded, which takes as long as reading so much. */
const THREAD_FROM = 48 * 1024 * 1024;
/** Larger pieces are fewer hand-overs. */
const PIECE = 256 * 1024;

async function* bytesOf(snapshot: Snapshot): AsyncGenerator<Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for (const text of snapshotText(snapshot)) {
    waiting.push(text);
    length += text.length;
    if (length < PIECE) continue;
    yield Buffer.from(waiting.join(""));
    waiting = [];
    length = 0;
  }
  yield Buffer.from(waiting.join(""));
}

function localPart({ comparison, drafts }: SnapshotServerOptions): LocalPart {
  return {
    ...(comparison === undefined ? {} : { comparison }),
    ...(drafts === undefined ? {} : { drafts: async (product) => await drafts.of(product) }),
  };
}

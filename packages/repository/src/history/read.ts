/** The history of a revision: read from git, put in order, with what could not be read as problems. */
import type { Problem } from "@freehold/model";
import type { History } from "../history.ts";
import { resolveRevision } from "../open/head.ts";
import type { Repository } from "../repository.ts";
import { trouble } from "../trouble.ts";
import { arrange } from "./arrange.ts";
import { createHistoryBuilder } from "./builder.ts";
import { readLog } from "./log.ts";

export interface HistoryOptions {
  /** Leaves out commits older than this, seconds since 1970. */
  readonly since?: number;
  /** Called now and then with the number of commits read so far. */
  readonly onProgress?: (commits: number) => void;
}

export interface ReadHistory {
  readonly history: History;
  readonly problems: readonly Problem[];
}

const PROGRESS_EVERY = 500;

/** Reads the history that leads to a revision (default: HEAD). Without commits it is empty. */
export async function readHistory(
  repository: Repository,
  revision = "HEAD",
  options: HistoryOptions = {},
): Promise<ReadHistory> {
  const { git } = repository.access;
  const builder = createHistoryBuilder();
  const state = { shallow: repository.info.shallow, missingObjects: 0 };
  const commit = repository.kind === "git" ? await resolveRevision(git, revision) : undefined;
  if (commit === undefined) return { history: builder.done(state).history, problems: [] };
  const end = await readLog(git, { commit, since: options.since }, (record) => {
    builder.add(record);
    if (builder.commits % PROGRESS_EVERY === 0) options.onProgress?.(builder.commits);
  });
  const { history } = arrange(builder.done(state));
  return { history, problems: end.failure === undefined ? [] : [stopped(repository, end.failure)] };
}

function stopped(repository: Repository, said: string): Problem {
  return trouble("missing-objects", "warning", `The history is incomplete: ${said}`, {
    repository: repository.info.id,
  });
}

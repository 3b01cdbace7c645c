/**
 * Statements, for whoever traces them: told on the channel `freehold.statement` of Node's diagnostics, without their
 * parameters. Nothing is measured in a database that was opened while nobody listened.
 */
import { channel } from "node:diagnostics_channel";
import type { LogEvent } from "kysely";

export interface RanStatement {
  readonly engine: "sqlite" | "postgresql";
  readonly text: string;
  readonly milliseconds: number;
  /** How often it ran, where it ran for many rows at once. */
  readonly times?: number;
  /** The kind of error; its words may hold parameters. */
  readonly error?: string;
}

const statements = channel("freehold.statement");

/** What Kysely is to be opened with so that statements are told. */
export function telling(engine: RanStatement["engine"]): { readonly log?: (event: LogEvent) => void } {
  if (!statements.hasSubscribers) return {};
  return {
    log(event) {
      const ran = { engine, text: event.query.sql, milliseconds: event.queryDurationMillis };
      tell(event.level === "error" ? { ...ran, error: kindOf(event.error) } : ran);
    },
  };
}

/** Runs what Kysely does not see. */
export function told<T>(engine: RanStatement["engine"], text: string, times: number, work: () => T): T {
  if (!statements.hasSubscribers) return work();
  const began = performance.now();
  const ran = () => ({ engine, text, times, milliseconds: performance.now() - began });
  try {
    const result = work();
    tell(ran());
    return result;
  } catch (error) {
    tell({ ...ran(), error: kindOf(error) });
    throw error;
  }
}

function tell(ran: RanStatement): void {
  statements.publish(ran);
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return "error";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

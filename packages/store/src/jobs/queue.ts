/**
 * The queue of jobs: who does which, and when. Every job is done at least once; one that fails is tried again;
 * one whose worker died is taken by another when its lease has ended; of jobs with one key at most one runs.
 * Whatever carries the work, the row of the job is what people see, and decides.
 */
import type { Engine } from "../engines/engine.ts";
import type { Job, JobError, JobInput } from "./jobs.ts";

export interface TakenJob extends Job {
  /** Number of the organisation in this store; its id in `organisation`. */
  readonly org: number;
  readonly organisation: string;
  /** By which whoever took it proves that it is still theirs. */
  readonly lease: string;
}

export interface Enqueued {
  readonly id: string;
  /** False: one with the same key was waiting already, and is the one that is named. */
  readonly fresh: boolean;
}

export interface JobQueue {
  enqueue(org: number, input: JobInput): Promise<Enqueued>;
  /** Jobs that are due, now the caller's until the lease ends; they hold on to them, or end them. */
  take(limit: number): Promise<TakenJob[]>;
  /** False: it is not the caller's any more: cancelled, or the lease ended and another has it. They stop then. */
  hold(job: TakenJob, progress?: unknown): Promise<boolean>;
  /** Each of these is false, and nothing happens, where the job is not the caller's any more. */
  done(job: TakenJob, result: unknown): Promise<boolean>;
  /** Tried again after so many milliseconds, or given up: after the last attempt, or where none would help. */
  failed(job: TakenJob, error: JobError, after: number | "never"): Promise<boolean>;
  /** Goes on at a time (milliseconds), without counting as an attempt. */
  postpone(job: TakenJob, until: number, why: JobError): Promise<boolean>;
  /** Somebody else does it at once, without counting as an attempt. */
  giveBack(job: TakenJob): Promise<boolean>;
  /** One that failed, was given up or cancelled begins anew. Throws `store/not-found`, `store/conflict`. */
  retry(org: number, id: string): Promise<void>;
  /** Notices leases that have ended; whoever works does so by themselves now and then. */
  reclaim(): Promise<void>;
  /** Milliseconds that a lease lasts; whoever works holds on to their jobs more often. */
  readonly lease: number;
  /** The same queue inside a transaction: what is enqueued or begun anew is committed with it, or not at all. */
  within(engine: Engine): JobQueue;
  close(): Promise<void>;
}

export interface QueueOptions {
  readonly now: () => number;
}

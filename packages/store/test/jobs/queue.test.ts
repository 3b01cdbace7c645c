/** One contract for both carriers of jobs: the rows of SQLite, and pg-boss on PostgreSQL. */
import { describe, expect, test } from "vitest";
import type { JobInput, TakenJob } from "../../src/index.ts";
import { ENGINES } from "../engines.ts";
import { ANN } from "../snapshots.ts";
import { makeQueues, type Queues } from "./queues.ts";

const SCAN = { kind: "scan", payload: { of: "x" } } as const;
const WRONG = { code: "git/unreachable", message: "no such host", hint: "Look at the address." };

async function only(queues: Queues, limit: number = 10): Promise<TakenJob> {
  const [job, ...others] = await queues.first.take(limit);
  if (job === undefined || others.length > 0) throw new Error(`${others.length + (job ? 1 : 0)} jobs instead of one`);
  return job;
}

function isTold({ kind }: { readonly kind: string }): boolean {
  return kind === "told";
}

describe.each(ENGINES)("the queue on $name", (engine) => {
  test("a job is taken once, done, and shows each state", async () => {
    await using queues = await makeQueues(engine);
    const { acme, first, second } = queues;
    const { id, fresh } = await acme.jobs.enqueue({ ...SCAN, source: "src_1" });
    expect(fresh).toBe(true);
    expect(await acme.jobs.find(id)).toMatchObject({
      state: "queued",
      attempts: 0,
      source: "src_1",
      payload: { of: "x" },
    });
    const taken = [...(await first.take(5)), ...(await second.take(5))];
    expect(taken).toMatchObject([{ id, state: "running", attempts: 1, organisation: queues.organisation }]);
    const [job] = taken;
    if (job === undefined) throw new Error("nothing was taken");
    expect(await first.hold(job, { done: 3 })).toBe(true);
    expect(await acme.jobs.find(id)).toMatchObject({ state: "running", progress: { done: 3 } });
    expect(await first.done(job, { units: 7 })).toBe(true);
    expect(await acme.jobs.find(id)).toMatchObject({ state: "done", result: { units: 7 }, finished: queues.now() });
    expect(await first.done(job, {})).toBe(false);
    expect(await first.take(5)).toEqual([]);
  });

  test("what waits is told by kind, with how long, and what was given up", async () => {
    await using queues = await makeQueues(engine);
    const { acme, first } = queues;
    const told = async () => {
      const { jobs, jobAges } = await queues.backlog();
      return { jobs: jobs.filter(isTold).map(({ state, count }) => [state, count]), ages: jobAges.filter(isTold) };
    };
    expect(await told()).toEqual({ jobs: [], ages: [] });
    await acme.jobs.enqueue({ kind: "told", payload: {}, most: 1 });
    await acme.jobs.enqueue({ kind: "told", payload: {}, due: queues.now() + 60_000 });
    await queues.pass(5000);
    expect(await told()).toEqual({ jobs: [["queued", 2]], ages: [{ kind: "told", age: 5000 }] });
    expect(await first.failed(await only(queues), WRONG, 1000)).toBe(true);
    expect(await told()).toEqual({
      jobs: [
        ["dead", 1],
        ["queued", 1],
      ],
      ages: [],
    });
    const { queues: others } = await queues.backlog();
    expect(others.map(({ queue }) => queue)).toEqual(["events", "deliveries", "mails", "assessments"]);
  });

  test("what is enqueued or begun anew in a transaction is there with it, or not at all", async () => {
    await using queues = await makeQueues(engine);
    const { acme, first } = queues;
    const dead = await acme.jobs.enqueue({ ...SCAN, key: "dead" });
    const job = await only(queues);
    await first.failed(job, WRONG, "never");
    const failing = acme.once({ key: "breaks", fingerprint: "1" }, async ({ jobs }) => {
      await jobs.enqueue({ ...SCAN, key: "never" });
      await jobs.retry(dead.id);
      throw new Error("after both");
    });
    await expect(failing).rejects.toThrow("after both");
    expect((await acme.jobs.list()).items).toMatchObject([{ id: dead.id, state: "dead" }]);
    expect(await first.take(5)).toEqual([]);

    const request = { key: "works", fingerprint: "1" };
    const enqueued = await acme.once(request, async ({ jobs }) => {
      await jobs.retry(dead.id);
      return { status: 202, text: (await jobs.enqueue({ ...SCAN, key: "now" })).id };
    });
    const again = await acme.once(request, async () => await Promise.reject(new Error("is not done again")));
    expect(again).toEqual({ ...enqueued, replayed: true });
    const taken = await first.take(5);
    expect(taken.map(({ id }) => id).toSorted()).toEqual([dead.id, enqueued.text].toSorted());
  });

  test("many who take at once share the jobs, and none is taken twice", async () => {
    await using queues = await makeQueues(engine);
    const ids: string[] = [];
    for (let number = 0; number < 30; number++)
      ids.push((await queues.acme.jobs.enqueue({ ...SCAN, key: `k${number}` })).id);
    const rounds = Array.from(
      { length: 12 },
      async (_, at) => await (at % 2 === 0 ? queues.first : queues.second).take(4),
    );
    const taken = (await Promise.all(rounds)).flat().map(({ id }) => id);
    for (let more = await queues.first.take(50); more.length > 0; more = await queues.first.take(50)) {
      taken.push(...more.map(({ id }) => id));
    }
    expect(taken.toSorted()).toEqual(ids.toSorted());
  });

  test("of jobs with one key one waits, and one runs", async () => {
    await using queues = await makeQueues(engine);
    const { acme, first, second } = queues;
    const input: JobInput = { ...SCAN, key: "scan acme/app" };
    const begun = await Promise.all(Array.from({ length: 8 }, async () => await acme.jobs.enqueue(input)));
    expect(begun.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
    const running = await only(queues);
    const next = await acme.jobs.enqueue(input);
    expect(next).toMatchObject({ fresh: true });
    expect((await acme.jobs.open(["scan acme/app"])).get("scan acme/app")).toMatchObject({ id: running.id });
    expect(await second.take(5)).toEqual([]);
    expect(await first.done(running, null)).toBe(true);
    expect(await second.take(5)).toMatchObject([{ id: next.id }]);
  });

  test("what failed is tried again later, and given up after the last attempt", async () => {
    await using queues = await makeQueues(engine);
    const { acme, first } = queues;
    const { id } = await acme.jobs.enqueue({ ...SCAN, most: 2 });
    expect(await first.failed(await only(queues), WRONG, 30_000)).toBe(true);
    expect(await acme.jobs.find(id)).toMatchObject({
      state: "failed",
      attempts: 1,
      error: WRONG,
      due: queues.now() + 30_000,
    });
    await queues.pass(20_000);
    expect(await first.take(5)).toEqual([]);
    await queues.pass(11_000);
    expect(await first.failed(await only(queues), WRONG, 30_000)).toBe(true);
    expect(await acme.jobs.find(id)).toMatchObject({ state: "dead", attempts: 2, error: WRONG });
    await queues.pass(100_000);
    expect(await first.take(5)).toEqual([]);
    await acme.jobs.retry(id);
    expect(await only(queues)).toMatchObject({ id, attempts: 1 });
    await expect(acme.jobs.retry(id)).rejects.toMatchObject({ code: "store/conflict" });
    await expect(acme.jobs.retry("job_none")).rejects.toMatchObject({ code: "store/not-found" });
  });

  test("where no attempt would help there is none", async () => {
    await using queues = await makeQueues(engine);
    const { id } = await queues.acme.jobs.enqueue(SCAN);
    await queues.first.failed(await only(queues), WRONG, "never");
    expect(await queues.acme.jobs.find(id)).toMatchObject({ state: "dead", attempts: 1 });
  });

  test("what is postponed or given back does not count as an attempt", async () => {
    await using queues = await makeQueues(engine);
    const { acme, first, second } = queues;
    const { id } = await acme.jobs.enqueue({ ...SCAN, most: 1 });
    await first.postpone(await only(queues), queues.now() + 60_000, { code: "limit", message: "too many requests" });
    expect(await acme.jobs.find(id)).toMatchObject({ state: "queued", attempts: 0, error: { code: "limit" } });
    expect(await first.take(5)).toEqual([]);
    await queues.pass(61_000);
    expect(await first.giveBack(await only(queues))).toBe(true);
    expect(await second.take(5)).toMatchObject([{ id, attempts: 1 }]);
  });

  test("a job whose worker died is taken again, and the dead one's word counts no more", async () => {
    await using queues = await makeQueues(engine);
    const { acme, first, second } = queues;
    const { id } = await acme.jobs.enqueue({ ...SCAN, key: "k" });
    const lost = await only(queues);
    await queues.pass(first.lease / 2);
    expect(await first.hold(lost)).toBe(true);
    await queues.pass(first.lease - 5000);
    await second.reclaim();
    expect(await second.take(5), "held on to").toEqual([]);
    await queues.pass(21_000);
    await second.reclaim();
    const [again] = await second.take(5);
    expect(again).toMatchObject({ id, attempts: 2 });
    expect([await first.hold(lost), await first.done(lost, {}), await first.failed(lost, WRONG, 1)]).toEqual([
      false,
      false,
      false,
    ]);
    if (again !== undefined) expect(await second.done(again, {})).toBe(true);
  });

  test("a job that its workers do not survive is given up", async () => {
    await using queues = await makeQueues(engine);
    const { id } = await queues.acme.jobs.enqueue({ ...SCAN, most: 2 });
    for (let attempt = 1; attempt <= 2; attempt++) {
      expect(await only(queues)).toMatchObject({ attempts: attempt });
      await queues.pass(queues.first.lease + 1000);
      await queues.first.reclaim();
    }
    expect(await queues.first.take(5)).toEqual([]);
    expect(await queues.acme.jobs.find(id)).toMatchObject({ state: "dead", error: { code: "job/left" } });
  });

  test("a job that fails while another with its key waits takes its place", async () => {
    await using queues = await makeQueues(engine);
    const { acme, first } = queues;
    await acme.jobs.enqueue({ ...SCAN, key: "k" });
    const running = await only(queues);
    const waiting = await acme.jobs.enqueue({ ...SCAN, key: "k" });
    await first.failed(running, WRONG, 1000);
    expect(await acme.jobs.find(waiting.id)).toMatchObject({ state: "cancelled", result: { instead: running.id } });
    await queues.pass(2000);
    expect(await only(queues)).toMatchObject({ id: running.id, attempts: 2 });
  });

  test("who runs a cancelled job is told, and nobody takes it", async () => {
    await using queues = await makeQueues(engine);
    const { acme, first } = queues;
    await acme.jobs.enqueue({ ...SCAN, key: "k" });
    const running = await only(queues);
    const { id } = await acme.jobs.enqueue({ ...SCAN, key: "other" });
    expect(await acme.jobs.cancel(running.id)).toBe(true);
    expect(await acme.jobs.cancel(running.id)).toBe(false);
    expect(await first.hold(running)).toBe(false);
    expect(await acme.jobs.cancel(id)).toBe(true);
    expect(await first.take(5)).toEqual([]);
    await acme.jobs.retry(id);
    expect(await only(queues)).toMatchObject({ id });
  });

  test("removing a source cancels its jobs", async () => {
    await using queues = await makeQueues(engine);
    const { acme, first } = queues;
    const source = await acme.sources.save(ANN, {
      kind: "git",
      url: "https://example.test/x",
      config: {},
      active: true,
    });
    const { id } = await acme.jobs.enqueue({ ...SCAN, source: source.id });
    await acme.sources.remove(ANN, source.id);
    expect(await acme.jobs.find(id)).toMatchObject({ state: "cancelled" });
    expect(await first.take(5)).toEqual([]);
  });

  test("what ended long ago is forgotten, what waits is not", async () => {
    await using queues = await makeQueues(engine);
    const { acme, first } = queues;
    await acme.jobs.enqueue(SCAN);
    await first.done(await only(queues), {});
    const { id } = await acme.jobs.enqueue(SCAN);
    await queues.prune(queues.now());
    expect((await acme.jobs.list()).items).toHaveLength(2);
    await queues.prune(queues.now() + 1);
    expect((await acme.jobs.list()).items).toMatchObject([{ id }]);
  });

  test("lists are paged, newest first, and filtered", async () => {
    await using queues = await makeQueues(engine);
    const ids: string[] = [];
    for (let number = 0; number < 5; number++) {
      const source = number % 2 === 0 ? "even" : "odd";
      ids.push((await queues.acme.jobs.enqueue({ ...SCAN, kind: source === "odd" ? "sync" : "scan", source })).id);
      await queues.pass(1000);
    }
    const page = await queues.acme.jobs.list({ limit: 3 });
    const rest = await queues.acme.jobs.list({ limit: 3, cursor: page.next ?? "" });
    expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(rest.next).toBeUndefined();
    expect((await queues.acme.jobs.list({ source: "odd", kind: "sync", states: ["queued"] })).items).toHaveLength(2);
    expect((await queues.acme.jobs.list({ states: ["dead"] })).items).toEqual([]);
  });
});

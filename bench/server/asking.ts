/** Asking one address many times over kept connections, so many at a time; any answer but 200 ends the run. */
import { Agent, get } from "node:http";

export interface Asked {
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
}

export async function asking(urlOf: (round: number) => string, rounds: number, concurrency: number): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const taken: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < rounds) {
      const begun = performance.now();
      await body(urlOf(next++), agent);
      taken.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  taken.sort((a, b) => a - b);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond: rounds / seconds };
}

async function body(url: string, agent: Agent): Promise<void> {
  await new Promise<void>((done, fail) => {
    get(url, { agent }, (answer) => {
      answer.on("data", () => {});
      answer.on("error", fail);
      answer.on("end", () => (answer.statusCode === 200 ? done() : fail(new Error(`${answer.statusCode}: ${url}`))));
    }).on("error", fail);
  });
}

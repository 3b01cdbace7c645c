/**
 * One `git cat-file --batch` process: names in, objects out in the same order.
 *
 * Its output is `<id> <type> <size>\n<contents>\n` or `<name> missing\n` for each name. It is pulled, never
 * pushed: while nobody asks for the next object the pipe fills and git waits, so memory stays bounded.
 */
import { Socket } from "node:net";
import type { Readable } from "node:stream";
import type { Git } from "../git/run.ts";

interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface ObjectProcess {
  /** Asks for objects by name (an id or a revision). Few at a time: what is asked must fit the pipe. */
  ask(names: readonly string[]): void;
  /** The answer to the oldest question; undefined when the object is missing or git ended. */
  next(): Promise<GitObject | undefined>;
  /** Whether every answer was read and git is still there. */
  reusable(): boolean;
  end(): Promise<void>;
}

const NEWLINE = 10;

export async function createObjectProcess(git: Git): Promise<ObjectProcess> {
  const process = await git.start(["cat-file", "--batch"]);
  const { stdin, stdout } = process;
  const input = createByteReader(stdout);
  let asked = 0;
  let ended = false;
  void process.ended.then(() => (ended = true));
  // An idle process must not keep a finished program alive; a read in progress does (`ref` in next).
  process.unref();
  return {
    ask(names) {
      asked += names.length;
      stdin.write(`${names.join("\n")}\n`);
    },
    async next() {
      hold(stdout);
      try {
        const answer = await readAnswer(input);
        asked--;
        return answer;
      } finally {
        release(stdout);
      }
    },
    reusable: () => asked === 0 && !ended,
    async end() {
      process.ref();
      stdin.destroy();
      stdout.destroy();
      process.kill();
      await process.ended;
    },
  };
}

/** Pipes are sockets, which may keep the program alive; the empty stream of a process that never was is none. */
function hold(stream: Readable): void {
  if (stream instanceof Socket) stream.ref();
}

function release(stream: Readable): void {
  if (stream instanceof Socket) stream.unref();
}

async function readAnswer(input: ByteReader): Promise<GitObject | undefined> {
  const header = input.lineNow() ?? (await input.line());
  const match = header === undefined ? null : /^([0-9a-f]+) (\w+) (\d+)$/.exec(header);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const size = Number(match[3]);
  const withNewline = input.takeNow(size + 1) ?? (await input.take(size + 1));
  if (withNewline === undefined) return undefined;
  return { id: match[1], type: match[2], bytes: withNewline.subarray(0, size) };
}

/** Takes lines and exact lengths from a stream; the `…Now` forms answer at once when the bytes are there. */
interface ByteReader {
  lineNow(): string | undefined;
  line(): Promise<string | undefined>;
  takeNow(length: number): Buffer | undefined;
  take(length: number): Promise<Buffer | undefined>;
}

function createByteReader(stream: Readable): ByteReader {
  let buffered: Buffer = Buffer.alloc(0);
  let done = false;
  stream.on("error", () => (done = true));
  stream.on("close", () => (done = true));

  function pull(): boolean {
    const chunk = stream.read() as Buffer | null;
    if (chunk === null) return false;
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
    return true;
  }

  function readable(): Promise<void> {
    return new Promise((resolve) => {
      const events = ["readable", "end", "close", "error"];
      const wake = (): void => {
        for (const event of events) stream.off(event, wake);
        resolve();
      };
      for (const event of events) stream.on(event, wake);
    });
  }

  /** Waits until more is there; false at the end of the stream. */
  async function more(): Promise<boolean> {
    while (!pull()) {
      if (done || stream.readableEnded) return false;
      await readable();
    }
    return true;
  }

  function lineNow(): string | undefined {
    const end = buffered.indexOf(NEWLINE);
    if (end < 0) return undefined;
    const text = buffered.toString("utf8", 0, end);
    buffered = buffered.subarray(end + 1);
    return text;
  }

  function takeNow(length: number): Buffer | undefined {
    if (buffered.length < length) return undefined;
    const taken = buffered.subarray(0, length);
    buffered = buffered.subarray(length);
    return taken;
  }

  /** A large object is copied once into its own memory, not concatenated chunk by chunk. */
  async function take(length: number): Promise<Buffer | undefined> {
    const whole = Buffer.allocUnsafeSlow(length);
    let filled = buffered.copy(whole);
    buffered = Buffer.alloc(0);
    while (filled < length) {
      if (!(await more())) return undefined;
      const used = Math.min(buffered.length, length - filled);
      buffered.copy(whole, filled, 0, used);
      filled += used;
      buffered = buffered.subarray(used);
    }
    return whole;
  }

  return {
    lineNow,
    takeNow,
    take,
    async line() {
      let found = lineNow();
      while (found === undefined && (await more())) found = lineNow();
      return found;
    },
  };
}

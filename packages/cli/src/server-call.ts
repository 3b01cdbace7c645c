/** A call of a server's API for a command: its answer, or why there is none in words. */
import type { ApiProblem } from "@freehold/client";
import { Failure } from "@freehold/engine";

interface Called<T> {
  readonly data?: T;
  readonly error?: ApiProblem;
  readonly response: Response;
}

/** Throws a `Failure` where the server refuses, or does not answer. */
export async function answered<T>(server: string, call: () => Promise<Called<T>>): Promise<T> {
  const { data, error, response } = await called(server, call);
  if (data !== undefined) return data;
  const { status } = response;
  if (error?.detail === undefined) {
    throw new Failure(
      "server/answer",
      `${response.url} answered with status ${status}, and not as a Freehold server does`,
      "Check --server.",
    );
  }
  throw new Failure(`server/status-${status}`, `${server} refused: ${error.title}. ${error.detail}`, HINTS.get(status));
}

async function called<T>(server: string, call: () => Promise<Called<T>>): Promise<Called<T>> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof TypeError) || !/fetch failed|invalid url/i.test(error.message)) throw error;
    const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
    const hint = 'Start one with "freehold serve", or name another with --server.';
    throw new Failure("server/unreachable", `no server answers at ${server}${cause}`, hint);
  }
}

const HINTS = new Map([
  [401, "Give a token: --token, or FREEHOLD_TOKEN in the environment."],
  [403, "This takes the right to administer: a token of an administrator with that scope."],
]);

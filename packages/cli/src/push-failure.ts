/** Why a push did not work, in words, with what to do. */
import { ApiFailure, type ApiProblem } from "@freehold/client";
import { Failure } from "@freehold/engine";
import type { Problem } from "@freehold/model";

/** A defect stays what it is. */
export function pushFailure(error: unknown, server: string, upload: string | undefined): unknown {
  if (error instanceof ApiFailure) return refused(error.problem, server);
  const unreachable = error instanceof TypeError && /fetch failed|invalid url/i.test(error.message);
  if (!unreachable) return error;
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  const again = upload === undefined ? "" : ` What arrived is kept: add --resume ${upload} to send only the rest.`;
  return new Failure(
    "push/unreachable",
    `no server answers at ${server}${cause}`,
    `Start one with "freehold serve", or name another with --server.${again}`,
  );
}

const HINTS = new Map([
  [401, "Give a token: --token, or FREEHOLD_TOKEN in the environment."],
  [403, "The token lacks the right to bring snapshots in."],
  [404, "The upload is gone, or the address is no Freehold server. Push without --resume, or check --server."],
]);

function refused({ status, title, detail, errors = [] }: ApiProblem, server: string): Failure {
  const problems = errors.map(({ pointer, detail: message, code = "push/refused" }): Problem => ({
    code,
    severity: "error",
    message: pointer === "" ? message : `${pointer}: ${message}`,
  }));
  return new Failure(`push/status-${status}`, `${server} refused: ${title}. ${detail}`, HINTS.get(status), problems);
}

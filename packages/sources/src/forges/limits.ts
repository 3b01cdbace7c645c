/** What answers of hosts say about their limits, and about who asks. */
import { SourceFailure } from "../failure.ts";

interface Said {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly message: string;
  readonly host: string;
  readonly now: number;
}

const SECOND = 1000;
/** What GitHub asks for where a secondary limit names no time. */
const SECONDARY_WAIT = 60 * SECOND;
const LONGEST_WAIT = 24 * 3600 * SECOND;

/** The failure behind a status that is none of success. Sources: GitHub's "Rate limits for the REST API", GitLab's "Rate limits". */
export function failureOf(said: Said): SourceFailure {
  const { status, message, host } = said;
  const until = comeBackAt(said);
  if (until !== undefined) {
    return new SourceFailure("source/limit", `${host} takes no more requests for now: ${message}`, {
      until,
      hint: "It goes on by itself when the limit ends, from the page where it stopped.",
    });
  }
  if (status === 401) {
    return new SourceFailure("source/unauthorized", `${host} does not accept the credential: ${message}`, {
      final: true,
      hint: "It may have ended or been revoked: give the source a new one.",
    });
  }
  if (status === 403) {
    return new SourceFailure("source/forbidden", `${host} does not allow it: ${message}`, {
      final: true,
      hint: "The credential lacks a permission, or must be authorised for the organisation's single sign-on.",
    });
  }
  if (status === 404) {
    return new SourceFailure("source/not-found", `${host} shows nothing there: ${message}`, {
      final: true,
      hint: "Look at the name. What is private is only shown to a credential that may see it.",
    });
  }
  return new SourceFailure("source/answer", `${host} answered with status ${status}: ${message}`, {
    hint: "It is tried again by itself.",
  });
}

/** When the host takes requests again, in milliseconds; undefined where it says nothing of a limit. */
function comeBackAt({ status, header, message, now }: Said): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = Number(header("retry-after"));
  if (Number.isFinite(after) && after > 0) return now + Math.min(after * SECOND, LONGEST_WAIT);
  const spent = header("x-ratelimit-remaining") === "0" || header("ratelimit-remaining") === "0";
  const reset = Number(header("x-ratelimit-reset") ?? header("ratelimit-reset"));
  if (spent && Number.isFinite(reset)) {
    // A second later than said: clocks differ.
    return Math.min(Math.max(reset * SECOND, now) + SECOND, now + LONGEST_WAIT);
  }
  return status === 429 || /secondary rate limit|abuse/i.test(message) ? now + SECONDARY_WAIT : undefined;
}

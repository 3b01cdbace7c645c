/**
 * The only place that speaks HTTP. Every request is about the organisation that was chosen; what the server
 * refuses becomes an `ApiError` that says what to do, and a session that ended is told to whoever listens.
 */
import { type Client, createClient } from "@freehold/client";
import { ApiError, refusal } from "./api-error.ts";
import { chosenOrganisation } from "./organisation.ts";

/** Every path of the API with its types; see `answered`. */
export const api: Client = createClient({ server: location.origin, fetch: send });

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer: `answered(await api.GET(…))`. Throws an `ApiError` for what the server refuses. */
export function answered<T>({ data, error, response }: Answered<T>): T {
  if (response.ok && data !== undefined) return data;
  throw refusal(response.status, error);
}

/** The endpoints of better-auth, which are no part of our own API: signing in and out, name and password. */
export async function postAuth(path: `/${string}`, body: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  const response = await send(new Request(`${location.origin}/api/auth${path}`, request));
  const answer = await bodyOf(response);
  if (!response.ok) throw refusal(response.status, answer);
  return answer;
}

async function send(request: Request): Promise<Response> {
  const organisation = chosenOrganisation();
  if (organisation !== undefined) request.headers.set("x-freehold-organisation", organisation);
  const response = await reached(request);
  if (response.status === 401 && new URL(request.url).pathname.startsWith("/api/v1/")) ended();
  return response;
}

async function reached(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    const detail = "Its server has ended, or can't be reached. When it is there again, retry.";
    throw new ApiError({ status: 0, title: "Freehold does not answer", detail });
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  return await response.json().catch(() => undefined);
}

const ENDED = "freehold-session-ended";

function ended(): void {
  document.dispatchEvent(new Event(ENDED));
}

export function onSessionEnded(listener: () => void): () => void {
  document.addEventListener(ENDED, listener);
  return () => document.removeEventListener(ENDED, listener);
}

/** What the server refused, from its problem details (RFC 9457), or from the errors of better-auth. */
export interface ProblemPlace {
  readonly pointer: string;
  readonly detail: string;
}

interface ErrorWords {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Last part of the problem's type: `version-conflict`. */
  readonly type?: string;
  readonly places?: readonly ProblemPlace[];
  /** The version that is there, where somebody changed it in between. */
  readonly version?: number;
}

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly title: string;
  readonly type: string | undefined;
  readonly places: readonly ProblemPlace[];
  readonly version: number | undefined;

  constructor({ status, title, detail, type, places = [], version }: ErrorWords) {
    super(detail);
    this.status = status;
    this.title = title;
    this.type = type;
    this.places = places;
    this.version = version;
  }
}

export function refusal(status: number, body: unknown): ApiError {
  const details = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (key: string) => (typeof details[key] === "string" && details[key] !== "" ? details[key] : undefined);
  const type = text("type")?.split("/").at(-1);
  return new ApiError({
    status,
    title: text("title") ?? `The server answered ${status}`,
    detail: text("detail") ?? text("message") ?? "Try again; if it stays, look at the log of Freehold's server.",
    places: placesOf(details["errors"]),
    ...(type === undefined ? {} : { type }),
    ...(typeof details["version"] === "number" ? { version: details["version"] } : {}),
  });
}

/** What is wrong with a field of a form that was sent, by the name of the field. */
export function fieldError(error: Error | null | undefined, field: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  return error.places.find(({ pointer }) => pointer === `/${field}` || pointer.startsWith(`/${field}/`))?.detail;
}

function placesOf(errors: unknown): readonly ProblemPlace[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) => {
    if (typeof error !== "object" || error === null || !("pointer" in error) || !("detail" in error)) return [];
    return [{ pointer: String(error.pointer), detail: String(error.detail) }];
  });
}

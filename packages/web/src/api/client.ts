/** The only place that speaks HTTP. What the server refuses becomes an `ApiError` that says what to do. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, detail: string) {
    super(detail);
    this.status = status;
    this.title = title;
  }
}

export async function getResource<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await request(path, signal);
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as T;
}

async function request(path: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(`/api/v1${path}`, { signal, headers: { accept: "application/json" } });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiError(
      0,
      "Freehold does not answer",
      "Its server has ended. Start it again with “freehold open”, then retry.",
    );
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const details = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  return new ApiError(
    response.status,
    typeof details["title"] === "string" ? details["title"] : `The server answered ${response.status}`,
    typeof details["detail"] === "string"
      ? details["detail"]
      : "Try again; if it stays, look at the terminal where Freehold runs.",
  );
}

/** Why a port could not be opened, in words. */
import { Failure } from "@freehold/engine";

/** A port in use is an ordinary thing, and the caller's to change. */
export function explained(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new Failure(
      "server/port-in-use",
      `port ${port} of ${host} is in use`,
      "Name another one, or none to take any free port.",
    );
  }
  if (code === "EACCES") {
    return new Failure("server/port-refused", `port ${port} of ${host} may not be used`, "Name a port from 1024 on.");
  }
  return error;
}

/** The servers of a document: where an application is met, and by which protocol. */
import { isRecord, own } from "../../containment/json.ts";
import type { Located } from "../../containment/schemas.ts";
import { entriesAt, type Reading, rootOf, textAt } from "./description.ts";
import { securityOf } from "./security.ts";
import type { Server } from "./structure.ts";

export function serversOf(reading: Reading): readonly (readonly [string, Server, Located])[] {
  return entriesAt(reading, rootOf(reading), "servers").map(
    ([name, place]) => [name, serverOf(reading, place), place] as const,
  );
}

function serverOf(reading: Reading, place: Located): Server {
  const url = textAt(place, "url");
  const bare = url?.replace(/^[a-z][a-z\d+.-]*:\/\//i, "");
  const slash = bare?.indexOf("/") ?? -1;
  return {
    type: "server",
    protocol: textAt(place, "protocol") ?? "",
    protocolVersion: textAt(place, "protocolVersion") ?? "",
    host: textAt(place, "host") ?? (slash < 0 ? (bare ?? "") : (bare?.slice(0, slash) ?? "")),
    path: textAt(place, "pathname") ?? (slash < 0 ? "" : (bare?.slice(slash) ?? "")),
    security: securityOf(reading, place),
    bindings: (isRecord(place.schema) ? own(place.schema, "bindings") : undefined) ?? null,
  };
}

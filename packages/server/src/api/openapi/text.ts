/** The OpenAPI document of this version, as it is served and as the client is made from. */
import manifest from "../../../package.json" with { type: "json" };
import { apiRoutes } from "../routes/registry.ts";
import { openApiDocument } from "./document.ts";

export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(apiRoutes, manifest.version), null, 2)}\n`;
}

/** Every kind of manifest that says more than what the graph needs. */
import { cargoManifest } from "./cargo.ts";
import type { ManifestFormat } from "./manifest-format.ts";
import { npmManifest } from "./npm.ts";
import { pyprojectManifest } from "./pyproject.ts";

/** @internal */
export const manifestFormats: readonly ManifestFormat[] = [npmManifest, cargoManifest, pyprojectManifest];

export function manifestFormat(path: string): ManifestFormat | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return manifestFormats.find((format) => format.matches(name));
}

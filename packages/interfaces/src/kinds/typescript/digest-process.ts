/** The child process that digests files: one message in, one answer for each file. */
import { digestFile } from "./digest-file.ts";

export interface DigestRequest {
  readonly key: string;
  readonly path: string;
  readonly text: string;
}

process.on("message", (requests: readonly DigestRequest[]) => {
  for (const { key, path, text } of requests) {
    // Said before the work, so that the parent knows which file a fault belongs to.
    process.send?.({ starts: key });
    process.send?.({ key, ...attempt(path, text) });
  }
});
process.on("disconnect", () => process.exit(0));

/** As text: it passes two boundaries, and a text is copied where an object would be taken apart and built again. */
function attempt(path: string, text: string): { readonly digest: string } | { readonly failed: string } {
  try {
    return { digest: JSON.stringify(digestFile(path, text)) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

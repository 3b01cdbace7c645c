/**
 * The environment in which git runs: nothing of the caller's git settings reaches it.
 *
 * Every `GIT_*` variable is dropped, since several of them name programs (GIT_EXTERNAL_DIFF, GIT_SSH_COMMAND,
 * GIT_PAGER) or move the repository (GIT_DIR, GIT_OBJECT_DIRECTORY). Relative entries of PATH are dropped too,
 * so that a `git` lying in a scanned folder is never the one that runs.
 */
import { delimiter, isAbsolute } from "node:path";

export function gitEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !name.toUpperCase().startsWith("GIT_")) environment[name] = value;
  }
  const path = (environment["PATH"] ?? "").split(delimiter).filter((entry) => isAbsolute(entry));
  return {
    ...environment,
    PATH: path.join(delimiter),
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    // Empty: no transport at all is allowed, whatever any configuration says.
    GIT_ALLOW_PROTOCOL: "",
    // Replacement refs could make an object id stand for other contents.
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_PAGER: "cat",
    ...extra,
  };
}

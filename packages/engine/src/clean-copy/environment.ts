/**
 * The environment in which programs of a repository run: a list of what they may see, so that no secret of the
 * person who runs them is among it. Home, temporary files and every cache lie in the copy.
 */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";

/** How texts are shown, and how this machine reaches registries. Addresses are passed on without credentials. */
const PASSED = new Set([
  "LANG",
  "LC_ALL",
  "TZ",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "REQUESTS_CA_BUNDLE",
  "PIP_INDEX_URL",
  "PIP_CERT",
  "UV_INDEX_URL",
  "NPM_CONFIG_REGISTRY",
  "GOPROXY",
  "GOSUMDB",
]);

/** Where version managers keep programs, which they look for below the home folder. */
const PROGRAMS: Readonly<Record<string, string>> = { RUSTUP_HOME: ".rustup", PYENV_ROOT: ".pyenv" };

export interface Places {
  readonly home: string;
  readonly temporary: string;
}

export function cleanEnvironment(
  { home, temporary }: Places,
  given: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const passed = Object.entries(given).flatMap(([name, value]) =>
    value !== undefined && PASSED.has(name.toUpperCase()) ? [[name, withoutCredentials(value)] as const] : [],
  );
  const path = (given["PATH"] ?? "").split(delimiter).filter((entry) => isAbsolute(entry));
  return {
    ...Object.fromEntries(passed),
    ...programFolders(given),
    PATH: path.join(delimiter),
    HOME: home,
    TMPDIR: temporary,
    XDG_CACHE_HOME: join(home, ".cache"),
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_DATA_HOME: join(home, ".local", "share"),
    CARGO_HOME: join(home, ".cargo"),
    GOPATH: join(home, "go"),
    GOCACHE: join(home, ".cache", "go-build"),
    // A module cache that can't be written to can't be removed either.
    GOFLAGS: "-modcacherw",
    RUSTUP_AUTO_INSTALL: "0",
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    NO_UPDATE_NOTIFIER: "1",
    // The program that is here runs: fetching another version of itself is no part of the product (pnpm 9 and 10; 11).
    npm_config_manage_package_manager_versions: "false",
    pnpm_config_pm_on_fail: "ignore",
    CI: "true",
  };
}

function programFolders(given: NodeJS.ProcessEnv): Record<string, string> {
  const found = Object.entries(PROGRAMS).map(
    ([name, folder]) => [name, given[name] ?? join(homedir(), folder)] as const,
  );
  return Object.fromEntries(found.filter(([, folder]) => existsSync(folder)));
}

/** `https://jane:secret@host/` -> `https://host/` */
function withoutCredentials(value: string): string {
  return value.replaceAll(/(\w+:\/\/)[^/@\s]*@/g, "$1");
}

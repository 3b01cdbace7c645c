/**
 * Whether an installation failed because its registry could not be reached: that says nothing of the product. Told by
 * what each manager prints itself, so that a script of the repository that reaches nothing is still a failure of it.
 */
const NODE_CODES = "ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ESOCKETTIMEDOUT|EHOSTUNREACH|ENETUNREACH";

/** By the id of the manager, each with the program's documentation or the version whose output was read. */
const SAID: Readonly<Record<string, readonly RegExp[]>> = {
  // `npm error code ENOTFOUND`: https://docs.npmjs.com/common-errors; npm 11.
  npm: [
    new RegExp(`^npm (?:error|ERR!) (?:code|errno) (?:${NODE_CODES}|ERR_SOCKET_TIMEOUT|UND_ERR_CONNECT_TIMEOUT)$`, "m"),
    new RegExp(`^npm (?:error|ERR!) +(?:network|code: '(?:${NODE_CODES})')`, "m"),
  ],
  // https://pnpm.io/errors; pnpm 10.
  pnpm: [
    new RegExp(`\\bERR_PNPM_META_FETCH_FAIL\\b.*\\b(?:${NODE_CODES})\\b`),
    new RegExp(`\\bGET https?://\\S+ error \\((?:${NODE_CODES}|UND_ERR_\\w+)\\)`),
    new RegExp(`\\brequest to https?://\\S+ failed, reason: .*\\b(?:${NODE_CODES})\\b`),
  ],
  // yarn 1.22, and yarn 4: `RequestError: connect ECONNREFUSED`.
  yarn: [
    /^info There appears to be trouble with your network connection/m,
    new RegExp(`^error (?:Error: |An unexpected error occurred: ".*)(?:connect|getaddrinfo) (?:${NODE_CODES})\\b`, "m"),
    new RegExp(`\\bYN0001\\b.*\\bRequestError: .*\\b(?:${NODE_CODES})\\b`),
  ],
  // cargo 1.9x: the numbers are those of libcurl, https://curl.se/libcurl/c/libcurl-errors.html.
  cargo: [
    /^\s*\[(?:5|6|7|28|35|56)\] .*(?:connect|resolve|timed? ?out|timeout|SSL connect|receiv)/im,
    /\bspurious network error\b/,
  ],
  // pip 25, by urllib3's names.
  pip: [/\b(?:NewConnectionError|NameResolutionError|ConnectTimeoutError|ReadTimeoutError|ProxyError)\b/],
  // Go's net package, behind the address that was asked for: `Get "https://…": dial tcp: lookup …: no such host`.
  go: [
    /\bGet "https?:\/\/[^"]+": (?:dial tcp|proxyconnect|net\/http|context deadline|read tcp)\b/,
    /\bdial tcp\b.*\b(?:no such host|connection refused|i\/o timeout|network is unreachable|no route to host)\b/,
  ],
};

/** npm passes on what a script of a package wrote as if it were its own. */
const SCRIPT_FAILED = /^npm (?:error|ERR!) code (?:\d+|ELIFECYCLE)$/m;

/** The line that says so; undefined where nothing does. O(length of what was written). */
export function unreachable(manager: string, tail: string): string | undefined {
  if (manager === "npm" && SCRIPT_FAILED.test(tail)) return undefined;
  for (const pattern of SAID[manager] ?? []) {
    const found = pattern.exec(tail);
    if (found === null) continue;
    const start = tail.lastIndexOf("\n", found.index) + 1;
    const end = tail.indexOf("\n", found.index + found[0].length);
    return tail.slice(start, end === -1 ? undefined : end).trim();
  }
  return undefined;
}

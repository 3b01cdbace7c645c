import { expect, test } from "vitest";
import { unreachable } from "../src/clean-copy/unreachable.ts";

/** What the programs printed with a registry at a port where nobody listens, or at a name that nobody has. */
const CUT: readonly (readonly [manager: string, tail: string, line: string])[] = [
  [
    "npm",
    "npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error network request to http://no.invalid/a failed",
    "npm error code ENOTFOUND",
  ],
  [
    "npm",
    "npm error FetchError: request to http://127.0.0.1:9/a failed\nnpm error   code: 'ECONNREFUSED',",
    "npm error   code: 'ECONNREFUSED',",
  ],
  [
    "pnpm",
    " ERR_PNPM_META_FETCH_FAIL  GET http://127.0.0.1:9/a: request to http://127.0.0.1:9/a failed, reason: connect ECONNREFUSED 127.0.0.1:9\n",
    "ERR_PNPM_META_FETCH_FAIL  GET http://127.0.0.1:9/a: request to http://127.0.0.1:9/a failed, reason: connect ECONNREFUSED 127.0.0.1:9",
  ],
  [
    "yarn",
    "[1/4] Resolving packages...\nerror Error: connect ECONNREFUSED 127.0.0.1:9\n    at x",
    "error Error: connect ECONNREFUSED 127.0.0.1:9",
  ],
  [
    "yarn",
    "➤ YN0001: │ RequestError: connect ECONNREFUSED 127.0.0.1:9",
    "➤ YN0001: │ RequestError: connect ECONNREFUSED 127.0.0.1:9",
  ],
  [
    "cargo",
    "Caused by:\n  [7] Could not connect to server (Failed to connect to 127.0.0.1 port 9 after 0 ms)",
    "[7] Could not connect to server (Failed to connect to 127.0.0.1 port 9 after 0 ms)",
  ],
  [
    "pip",
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('Connection refused')': /a/\nERROR: No matching distribution found for a",
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('Connection refused')': /a/",
  ],
  [
    "go",
    'go: example.com/a@v1.0.0: Get "https://proxy.example/a": dial tcp: lookup proxy.example: no such host',
    'go: example.com/a@v1.0.0: Get "https://proxy.example/a": dial tcp: lookup proxy.example: no such host',
  ],
];

test.each(CUT)("%s says that its registry could not be reached", (manager, tail, line) => {
  expect(unreachable(manager, tail)).toBe(line);
});

/** Failures of the product: what it needs is not there, or a script of its own fails. */
test.each([
  ["npm", "npm error code E404\nnpm error 404 Not Found - GET http://127.0.0.1/a"],
  ["npm", "Error: connect ECONNREFUSED 127.0.0.1:5432\nnpm error code 1\nnpm error command failed"],
  ["npm", "npm error code 1\nnpm error command sh -c node i.js\nnpm error   code: 'ECONNREFUSED',"],
  ["pnpm", " ERR_PNPM_FETCH_404  GET http://127.0.0.1/a: Not Found - 404"],
  ["pnpm", "postinstall: Error: connect ECONNREFUSED 127.0.0.1:5432\n ELIFECYCLE  Command failed with exit code 1."],
  ["yarn", 'error Couldn\'t find package "a" on the "npm" registry.'],
  ["yarn", "➤ YN0035: │ Package not found"],
  ["cargo", "error: no matching package named `a` found"],
  ["pip", "ERROR: No matching distribution found for a"],
  ["go", "go: example.com/a@v9.0.0: invalid version: unknown revision v9.0.0"],
] as const)("%s says what is wrong with the product itself: %s", (manager, tail) => {
  expect(unreachable(manager, tail)).toBeUndefined();
});

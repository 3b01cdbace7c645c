/** docs/checks.md: every check with what it looks at, its threshold, its source and how often it was wrong. */
import { readFileSync } from "node:fs";
import { characteristics } from "./characteristics/registry.ts";
import type { Check } from "./check.ts";
import type { CompiledCheck } from "./standard/compiled.ts";
import { shippedStandard } from "./standard/shipped.ts";

/** How many verdicts of a check were read by hand, and how many of the failed ones were wrong. */
type FalseAlarms = Readonly<
  Record<string, { readonly judged: number; readonly failed: number; readonly wrong: number; readonly mended?: number }>
>;

const HEAD = `# The checks

Written by \`npm run checks -w @freehold/assess\` from the checks themselves and the shipped standard.

Each check answers *passed*, *failed*, *not applicable* or *unknown*. Weights, thresholds and applicability are
those of the shipped standard; an organisation changes them in its own ([standard.md](standard.md)).

**False alarms** were counted by hand: what each check said of 20 packages that are published on npm, read in their
repositories as their owners would (zod; expect, pretty-format, jest-diff; vercel, @vercel/build-utils,
@vercel/routing-utils; react-query, query-core and eslint-plugin-query of TanStack; instrumentation-express,
host-metrics and auto-instrumentations-node of OpenTelemetry; core, config and patch of GraphQL Inspector; balena-cli,
balena-request, balena-register-device, jellyfish-worker; as of August 2026). \`1 of 19 (20)\` means that of 20
answers 19 were failures, and 1 of those was wrong. The rate is the wrong ones over all answers; above 10 % a check is
mended, or ships with weight 0. The same packages served to find and mend false alarms before, so the rates are those
of packages that the checks were tried on; none has been counted on unseen ones. Answers *passed* were not searched
for mistakes.

**Unseen packages** were counted after that, in November 2026: the first of a list of names on npm, in an order drawn by a
hash, whose repositories could be had and read in the time there was (@open-rpc/mock-server, mime-kind, hostparty,
urbanairship-cordova, content-disposition-parser, moment-business-time, cordova-plugin-cocoapod-support, browserify,
@mtcute/wasm, @nstudio/nativescript-pulltorefresh, ini-win, component-align, @bendera/vscode-webview-elements,
leaflet.browser.print, and elliptic in place of a fork of it; then, from the names with more than 20,000 downloads a month
in such an order, react-contexify, unplugin-lightningcss, command-line-tool, use-hot-module-reload,
serve, jsep and @lezer/go). They are 22,
mostly small, and none was used to tune before; where a mistake was mended since, it says so. A check is held to 10 % over
both. Checks that need charters or several products were asked seldom there: their count says so.

**Histories of releases** were counted for the two checks that compare releases (\`--releases\`, the last three of each product),
each failure and each removed element held against the differences of the two tags. First 17 repositories: anyhow, attrs,
actions/checkout, cobra, commander, execa, gson, immer, itsdangerous, memchr, gorilla/mux, p-queue, pflag, redux,
actions/setup-node, tenacity and zustand; of the answers of \`releases-keep-their-word\` 6 of 17 were wrong, of those of
\`deprecates-before-removing\` 4 of 5. After mending, 21 others, drawn by a hash from lists by language: got, pino, RxJS,
fast-json-stringify, source-map, koa; httpx, pluggy, Jinja, marshmallow; bytes, itertools, uuid and serde of Rust; golang-lru,
fsnotify, google/uuid; actions/cache, actions/setup-go; okio, picocli. Of 41 answers of the first 5 were failures; all five
releases did break more than they said, and four named something first that was no break. Of 5 answers of the second 3 were
wrong. What was wrong: an alias of a renamed type, a macro that makes the root of a crate, a file named under a condition, an asynchronous
generator, a decorator, a type that a macro makes, data under a reserved name, a module that says it is provisional, a default,
a variable of the run time, a build under another name than its source, releases that go on under another name, a module that
is not deployed. All are mended, each with a test, and all 38 were counted again: that is the first pair of figures.
Then 9 more, drawn in the same order (glob, jsonschema, iniconfig, regex, bitflags, semver of Rust, chi, urfave/cli,
jsoup): the *unseen* figures, in which one wrong answer was mended since (a method that is inherited still). Removals
without a word are rare in three releases: \`deprecates-before-removing\` has answered 6 times in 47 histories, and has half a
weight for that. \`says-what-not\` was also counted on the 38: 9 of 51 answers were wrong before a rule of sentences about
the thing itself, and 3 after. Checks whose rate over both counts is above 5 % are these, and \`declares-what-users-use\`, which answered
14 times: all its wrong answers are mended.

**Lines of the checklist of steady state** are no checks and have no weight. Three that read files and history were counted on
those 38 repositories and on tokio, kubernetes/autoscaler, griffe, Prefect and Temporal's SDK (123 products): of 16 failures of *no test
left off* 1 was wrong (an attribute beside it was a condition; mended), the 1 of *notes do not pile up* and the 1 of *large
changes explained* (of 8 products that had any) were right.
`;

/** The whole document; the same for the same checks. */
export function checksDocument(): string {
  const [alarms, unseen] = ["false-alarms.json", "false-alarms-unseen.json"].map(
    (name) => JSON.parse(readFileSync(new URL(`../standard/${name}`, import.meta.url), "utf8")) as FalseAlarms,
  );
  const compiled = new Map(
    shippedStandard().characteristics.flatMap((one) => one.checks.map((check) => [check.id, check] as const)),
  );
  const sections = characteristics.map(({ id, title, checks }) => {
    const entries = checks.map((check) =>
      entry(`${id}/${check.name}`, check, compiled.get(`${id}/${check.name}`), alarms ?? {}, unseen ?? {}),
    );
    return `## ${title}\n\n${entries.join("\n")}`;
  });
  return `${HEAD}\n${sections.join("\n")}`;
}

function entry(
  id: string,
  check: Check,
  compiled: CompiledCheck | undefined,
  alarms: FalseAlarms,
  unseen: FalseAlarms,
): string {
  const thresholds = Object.entries(check.thresholds ?? {}).map(
    ([name, meaning]) => `- threshold \`${name}\` = ${compiled?.thresholds.get(name) ?? "none"}: ${meaning}`,
  );
  return [
    `### \`${id}\`\n`,
    `${check.title}.\n`,
    `- looks at: ${check.looksAt}`,
    ...thresholds,
    `- source: ${check.source}`,
    `- asked of: ${applicability(compiled)}; weight ${compiled?.weight ?? 1}`,
    `- mend: ${check.mend}`,
    `- false alarms: ${countOf(alarms[id])}; unseen: ${countOf(unseen[id])}\n`,
  ].join("\n");
}

function countOf(count: FalseAlarms[string] | undefined): string {
  if (count === undefined) return "not counted yet";
  const { wrong, failed, judged, mended = 0 } = count;
  return `${wrong} of ${failed} (${judged})${rateOf(count)}${mended === 0 ? "" : ", mended since"}`;
}

function rateOf({ judged, wrong }: { readonly judged: number; readonly wrong: number }): string {
  return judged === 0 ? "" : `, ${Math.round((100 * wrong) / judged)} %`;
}

function applicability(compiled: CompiledCheck | undefined): string {
  const kinds = [...(compiled?.kinds ?? [])].map((kind) => (kind === "process" ? "processes" : `${kind}s`)).join(", ");
  const from = compiled?.from === undefined ? "" : ` from ${compiled.from} on`;
  const until = compiled?.until === undefined ? "" : ` until ${compiled.until}`;
  return `${kinds}${from}${until}`;
}

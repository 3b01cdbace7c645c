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

**Histories of releases** were counted for the two checks that compare releases (\`--releases\`, the last three each): anyhow,
attrs, actions/checkout, cobra, commander, execa, gson, immer, itsdangerous, memchr, gorilla/mux, p-queue, pflag, redux,
actions/setup-node, tenacity and zustand, each failure held against the differences of the two tags. They are 17, not 20. Of the
six wrong ones of \`releases-keep-their-word\` two called an addition a break, one compared a release of an old line with one of
a newer line, and three took an alias, overloads of a stub or a condition of a build script for the thing itself; of the four wrong ones of \`deprecates-before-removing\` one counted a variable of the
environment, one a whole entry name by name, one another line's release, and one a package called \`internal\`. All are
mended, each with a test; the histories were not all counted again, so the rate after mending is not known.
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

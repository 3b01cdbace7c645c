/** What was found of a person's work, as text: what is theirs first, each place with its ways on. */
import type { Find, FoundWork } from "@freehold/model";
import { styled, type Terminal } from "../terminal.ts";

export interface FindReportOptions {
  readonly terminal: Terminal;
  readonly all: boolean;
}

const DAY = 86_400_000;
/** Of the places where somebody only helped. */
const FIRST_CONTRIBUTIONS = 8;

const TITLES: Readonly<Record<FoundWork["verdict"], string>> = {
  yours: "Yours",
  "probably-yours": "Probably yours",
  contributed: "You contributed to",
};

export function findText(found: Find, options: FindReportOptions): string {
  const { person, commits, since, until, work } = found;
  const who = `${person.name} <${person.emails[0] ?? ""}>`;
  const period = `${since.slice(0, 10)} to ${until.slice(0, 10)}`;
  const head = `${styled(options.terminal, "bold", who)}  ${commits} ${commits === 1 ? "commit" : "commits"} from ${period}\n`;
  if (work.length === 0) return `${head}${nothing(found, options.terminal)}`;
  const sections = (["yours", "probably-yours", "contributed"] as const).map((verdict) =>
    section(
      verdict,
      work.filter((one) => one.verdict === verdict),
      options,
    ),
  );
  return [head, ...sections].filter((text) => text !== "").join("\n");
}

function nothing({ person, until }: Find, terminal: Terminal): string {
  const { lastCommit } = person;
  const since = lastCommit === undefined ? "" : ` since ${lastCommit.slice(0, 10)}`;
  const days = lastCommit === undefined ? 365 : Math.ceil((Date.parse(until) - Date.parse(lastCommit)) / DAY) + 180;
  const hint = `Look further back with --days ${days}, or begin something: freehold start`;
  return `Nothing was done here${since}.\n${styled(terminal, "dim", hint)}\n`;
}

function section(verdict: FoundWork["verdict"], work: readonly FoundWork[], options: FindReportOptions): string {
  if (work.length === 0) return "";
  const { terminal, all } = options;
  const shown = verdict === "contributed" && !all ? work.slice(0, FIRST_CONTRIBUTIONS) : work;
  const more = work.length - shown.length;
  const rest = more === 0 ? "" : `  and ${more} more; --all lists them\n`;
  const title = styled(terminal, "bold", `${TITLES[verdict]} (${work.length})`);
  return `${title}\n${shown.map((one) => placeText(one, verdict, terminal)).join("")}${rest}`;
}

function placeText(work: FoundWork, verdict: FoundWork["verdict"], terminal: Terminal): string {
  const { slug, name, reason, confidence, owner, ways, last } = work;
  const sure = confidence > 0 ? `; by the whole history ${Math.round(confidence * 100)} % sure to be yours` : "";
  const whose = owner === undefined ? "unowned" : `owner: ${owner}`;
  const head = `  ${styled(terminal, "bold", slug ?? name)}  ${kindOf(work)}, ${whose}\n`;
  const facts = `      ${reason}; last on ${last.slice(0, 10)}${sure}\n`;
  if (verdict === "contributed") return head + facts;
  const steps = ways.map(
    ({ way, text, command }) => `      ${way}: ${text}${command === undefined ? "" : `\n        ${command}`}\n`,
  );
  return head + facts + steps.join("");
}

function kindOf({ belongs, kind, path, partOf }: FoundWork): string {
  if (belongs === "nothing") return `${path === "" ? "the root folder" : path}, which belongs to no product yet`;
  if (belongs === "hidden") return `a part of ${partOf ?? "a larger product"} that could be one of its own (${path})`;
  return belongs === "candidate" ? `candidate ${kind ?? ""}`.trim() : (kind ?? "product");
}

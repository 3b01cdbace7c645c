/** Where evidence can be opened: as text to copy, and as a link where the repository has an address. */
import type { Evidence, RepositoryInfo } from "@freehold/model";

type Source = Pick<RepositoryInfo, "id" | "url" | "revision">;

/** `path:line`, else the commit, else nothing. */
export function placeOf({ path, line, commit }: Evidence): string | undefined {
  if (path !== undefined) return line === undefined ? path || "/" : `${path}:${line}`;
  return commit === undefined ? undefined : `commit ${commit.slice(0, 10)}`;
}

/** The page of a code host, in the form that GitHub and GitLab share. Only web addresses become links. */
export function linkTo(evidence: Evidence, source: Source | undefined): string | undefined {
  const address = webAddress(source?.url);
  if (address === undefined) return undefined;
  const { path, line, commit } = evidence;
  if (path === undefined) return commit === undefined ? undefined : `${address}/commit/${encodeURIComponent(commit)}`;
  const revision = commit ?? source?.revision ?? "HEAD";
  const file = path.split("/").map(encodeURIComponent).join("/");
  return `${address}/blob/${encodeURIComponent(revision)}/${file}${line === undefined ? "" : `#L${line}`}`;
}

/** Addresses come from scanned repositories: anything but plain http is not trusted as a link. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const ssh = /^(?:ssh:\/\/)?git@([\w.-]+)[:/](.+)$/.exec(url);
  const candidate = ssh === null ? url : `https://${ssh[1]}/${ssh[2]}`;
  if (!URL.canParse(candidate)) return undefined;
  const parsed = new URL(candidate);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return undefined;
  return `${parsed.origin}${parsed.pathname.replace(/\/$/, "").replace(/\.git$/, "")}`;
}

/** One line for a message or an issue. */
export function evidenceText(evidence: Evidence): string {
  const place = [evidence.repository, placeOf(evidence)].filter((part) => part !== undefined).join(" ");
  const at = evidence.commit === undefined || evidence.path === undefined ? "" : ` @ ${evidence.commit.slice(0, 10)}`;
  const detail = evidence.detail === undefined ? "" : `: ${evidence.detail}`;
  return `${place}${at}${detail} [${evidence.rule}]`.trim();
}

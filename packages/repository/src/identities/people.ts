/** The people of a history: raw identities merged, bots marked, logins joined, each with its evidence. */
import type { Evidence, Person } from "@freehold/model";
import type { DeclaredOwner } from "../declared/owner.ts";
import type { History } from "../history.ts";
import { botRule, subjectTemplate } from "./bots.ts";
import type { Clusters } from "./clusters.ts";
import { createLoginJoin, type LoginMatch } from "./logins.ts";
import { mergedTips, type MergedTips } from "./merge-subjects.ts";
import { mergeIdentities } from "./merge.ts";
import { parseMailmap } from "./mailmap.ts";
import { fullName, localPart, nameWords, normalEmail, parseNoreply } from "./name.ts";

export interface PersonMatch {
  /** Index into `People.people`. */
  readonly person: number;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

export interface People {
  readonly people: readonly Person[];
  /** Index into `people` for each of `History.authors`. */
  readonly ofAuthor: Uint32Array;
  joinLogin(login: string): PersonMatch | undefined;
  /** The person that an ownership file means, if the history knows one; never for teams. */
  join(owner: Pick<DeclaredOwner, "kind" | "text" | "name">): PersonMatch | undefined;
}

export interface PeopleOptions {
  /** Text of the `.mailmap` at the revision. */
  readonly mailmap?: string | undefined;
}

/** A login that is at least this sure is shown as the person's own. */
const SURE_LOGIN = 0.85;
/** An unknown address is joined by its local part only when that is this sure: `contact@` is everybody's. */
const SURE_ADDRESS = 0.7;

export function findPeople(history: History, options: PeopleOptions = {}): People {
  const { authors } = history;
  const mailmap = options.mailmap === undefined ? undefined : parseMailmap(options.mailmap);
  const clusters = mergeIdentities(authors, mailmap);
  const activity = readActivity(history);
  const ofAuthor = new Uint32Array(authors.length);
  const roots = [...new Set(authors.map((_, index) => clusters.find(index)))].toSorted((a, b) => a - b);
  const indexOf = new Map(roots.map((root, index) => [root, index]));
  for (const index of authors.keys()) ofAuthor[index] = indexOf.get(clusters.find(index)) ?? 0;
  const members = Map.groupBy(authors.keys(), (index) => ofAuthor[index] ?? 0);
  const tips = mergedTips(history);
  const used = new Set<string>();
  const people = roots.map((root, index) => describe(history, members.get(index) ?? [root], clusters, activity, used));
  const logins = createLoginJoin(authors, clusters, tips, (cluster) => people[indexOf.get(cluster) ?? 0]?.bot === true);
  const personOf = (match: LoginMatch | undefined): PersonMatch | undefined =>
    match && { person: indexOf.get(match.cluster) ?? 0, confidence: match.confidence, evidence: match.evidence };
  const joinLogin = (login: string) => personOf(logins.join(login));
  addMergedLogins(people, tips, (login) => personOf(logins.joinMerged(login)));
  return { people, ofAuthor, joinLogin, join: createJoin(authors, ofAuthor, joinLogin) };
}

/** Commits, first and last commit and subjects of each raw identity. */
interface Activity {
  readonly commits: Uint32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Different subjects, numbers and versions left out; asked for few, so worked out when somebody asks. */
  readonly templatesOf: (author: number) => number;
}

function readActivity(history: History): Activity {
  const count = history.authors.length;
  const commits = new Uint32Array(count);
  const first = new Int32Array(count).fill(-1);
  const last = new Int32Array(count).fill(-1);
  const { author: authors } = history.commits;
  for (let commit = 0; commit < authors.length; commit++) {
    const author = authors[commit] ?? 0;
    commits[author] = (commits[author] ?? 0) + 1;
    if (first[author] === -1) first[author] = commit;
    last[author] = commit;
  }
  let templates: readonly ReadonlySet<string>[] | undefined;
  const templatesOf = (author: number) => (templates ??= subjectTemplates(history))[author]?.size ?? 0;
  return { commits, first, last, templatesOf };
}

function subjectTemplates({ authors, commits }: History): readonly ReadonlySet<string>[] {
  const templates = authors.map(() => new Set<string>());
  for (const [commit, author] of commits.author.entries()) {
    templates[author]?.add(subjectTemplate(commits.subject[commit] ?? ""));
  }
  return templates;
}

function describe(
  history: History,
  members: readonly number[],
  clusters: Clusters,
  activity: Activity,
  used: Set<string>,
): Person {
  const commitsOf = (member: number) => activity.commits[member] ?? 0;
  const byUse = members.toSorted((a, b) => commitsOf(b) - commitsOf(a) || a - b);
  const identities = byUse.map((member) => history.authors[member] ?? { name: "", email: "" });
  const firsts = members.map((member) => activity.first[member] ?? -1).filter((commit) => commit >= 0);
  const lasts = members.map((member) => activity.last[member] ?? -1).filter((commit) => commit >= 0);
  const first = firsts.length === 0 ? undefined : Math.min(...firsts);
  const last = lasts.length === 0 ? undefined : Math.max(...lasts);
  const bot = byUse.map((member) => botEvidence(history, member, activity)).find((evidence) => evidence !== undefined);
  const email = normalEmail(history.authors[Math.min(...members)]?.email ?? "");
  return {
    id: uniqueId(email === "" ? (identities[0]?.name ?? "") : email, used),
    name: (identities.find((identity) => fullName(identity.name) !== undefined) ?? identities[0])?.name ?? "",
    emails: [...new Set(identities.map((identity) => normalEmail(identity.email)))],
    logins: [...new Set(identities.flatMap((identity) => parseNoreply(identity.email)?.login ?? []))],
    bot: bot !== undefined,
    commits: members.reduce((sum, member) => sum + commitsOf(member), 0),
    ...(first === undefined || last === undefined
      ? {}
      : { firstCommit: isoTime(history, first), lastCommit: isoTime(history, last) }),
    evidence: [
      ...(bot === undefined ? [] : [bot]),
      ...clusters.reasons(members[0] ?? 0).slice(0, 20),
      ...(first === undefined ? [] : [{ rule: "identity.first-commit", commit: history.commits.id[first] ?? "" }]),
    ],
  };
}

/** The address of the first commit: it stays the same while the history grows. */
function uniqueId(wanted: string, used: Set<string>): string {
  let id = wanted;
  for (let count = 2; used.has(id); count++) id = `${wanted}#${count}`;
  used.add(id);
  return id;
}

function botEvidence(history: History, member: number, activity: Activity): Evidence | undefined {
  const identity = history.authors[member];
  if (identity === undefined) return undefined;
  const rule = botRule(identity, {
    commits: activity.commits[member] ?? 0,
    get templates() {
      return activity.templatesOf(member);
    },
  });
  return rule === undefined ? undefined : { rule, detail: `${identity.name} <${identity.email}>` };
}

function isoTime(history: History, commit: number): string {
  const seconds = history.commits.time[commit] ?? 0;
  // Clocks of commits may say anything; years that ISO 8601 can't write are cut off.
  return new Date(Math.min(Math.max(seconds, -62e9), 253_402_300_799) * 1000).toISOString();
}

function addMergedLogins(
  people: readonly Person[],
  tips: MergedTips,
  joinMerged: (login: string) => PersonMatch | undefined,
): void {
  for (const login of tips.keys()) {
    const match = joinMerged(login);
    const person = match === undefined || match.confidence < SURE_LOGIN ? undefined : people[match.person];
    if (match === undefined || person === undefined || person.logins.includes(login)) continue;
    person.logins.push(login);
    person.evidence.push(...match.evidence);
  }
}

function createJoin(
  authors: History["authors"],
  ofAuthor: Uint32Array,
  joinLogin: (login: string) => PersonMatch | undefined,
): People["join"] {
  const byEmail = new Map<string, number>();
  const byName = new Map<string, Set<number>>();
  for (const [index, author] of authors.entries()) {
    const person = ofAuthor[index] ?? 0;
    if (!byEmail.has(normalEmail(author.email))) byEmail.set(normalEmail(author.email), person);
    const name = fullName(author.name) ?? nameWords(author.name).join(" ");
    byName.set(name, (byName.get(name) ?? new Set()).add(person));
  }
  const joinName = (name: string): PersonMatch | undefined => {
    const [person, other] = byName.get(fullName(name) ?? nameWords(name).join(" ")) ?? [];
    if (person === undefined || other !== undefined || name === "") return undefined;
    return { person, confidence: 0.9, evidence: [{ rule: "owner.same-name", detail: name }] };
  };
  return (owner) => {
    if (owner.kind === "team") return undefined;
    if (owner.kind === "user") return joinLogin(owner.text) ?? joinName(owner.name ?? "");
    if (owner.kind === "name") return joinName(owner.text);
    const person = byEmail.get(normalEmail(owner.text));
    if (person !== undefined)
      return { person, confidence: 0.99, evidence: [{ rule: "owner.same-address", detail: owner.text }] };
    const login = parseNoreply(owner.text)?.login ?? (localPart(owner.text).length >= 6 ? localPart(owner.text) : "");
    const named = joinName(owner.name ?? "");
    const alike = named === undefined && login !== "" ? joinLogin(login) : undefined;
    return named ?? (alike !== undefined && alike.confidence >= SURE_ADDRESS ? alike : undefined);
  };
}

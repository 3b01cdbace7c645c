/** Joins a login to a person by evidence that any repository can give. */
import type { Evidence } from "@freehold/model";
import type { RawIdentity } from "../history.ts";
import type { Clusters } from "./clusters.ts";
import type { MergedTips } from "./merge-subjects.ts";
import { compact, localPart, nameWords, parseNoreply } from "./name.ts";
import { keyLikeLocal, keyLikeWords } from "./similarity.ts";

export interface LoginMatch {
  /** Root of the set of identities. */
  readonly cluster: number;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Up to this a guess is no better than none: two who fit alike get this much each. */
const LEAST = 0.5;

interface Candidate {
  confidence: number;
  readonly evidence: Evidence[];
}

export interface LoginJoin {
  /** By everything the history shows. */
  join(login: string): LoginMatch | undefined;
  /** By addresses and merges alone: for the many logins that nobody asks about. */
  joinMerged(login: string): LoginMatch | undefined;
}

export function createLoginJoin(
  identities: readonly RawIdentity[],
  clusters: Clusters,
  tips: MergedTips,
  isBot: (cluster: number) => boolean,
): LoginJoin {
  const noreply = new Map<string, number>();
  for (const [index, identity] of identities.entries()) {
    const login = parseNoreply(identity.email)?.login;
    if (login !== undefined && !noreply.has(login)) noreply.set(login, index);
  }
  const known = new Map<string, LoginMatch | undefined>();
  let made: readonly Forms[] | undefined;
  const forms = () => (made ??= identities.map(formsOf));
  function exact(login: string): LoginMatch | undefined {
    const identity = noreply.get(login);
    if (identity === undefined) return undefined;
    const evidence = [{ rule: "login.noreply", detail: identities[identity]?.email ?? "" }];
    return { cluster: clusters.find(identity), confidence: 0.99, evidence };
  }
  function search(login: string): LoginMatch | undefined {
    const candidates = new Map<number, Candidate>();
    addMerges(login, tips, clusters, candidates);
    addSimilar(login, identities, clusters, isBot, forms(), candidates);
    return best(candidates);
  }
  function searchMerged(login: string): LoginMatch | undefined {
    const candidates = new Map<number, Candidate>();
    addMerges(login, tips, clusters, candidates);
    return best(candidates);
  }
  return {
    join(login) {
      const key = login.replace(/^@/, "").toLowerCase();
      if (!known.has(key)) known.set(key, key.length > 64 ? undefined : (exact(key) ?? search(key)));
      return known.get(key);
    },
    joinMerged: (login) => exact(login) ?? searchMerged(login),
  };
}

/** What a login is compared with. */
interface Forms {
  readonly words: readonly string[];
  readonly local: string;
}

const NO_FORMS: Forms = { words: [], local: "" };

function formsOf({ name, email }: RawIdentity): Forms {
  // A login of a host's own address is that login and no other.
  return { words: nameWords(name), local: parseNoreply(email) === undefined ? compact(localPart(email)) : "" };
}

function addMerges(login: string, tips: MergedTips, clusters: Clusters, candidates: Map<number, Candidate>): void {
  const authors = [...(tips.get(login) ?? [])];
  const total = authors.reduce((sum, [, tip]) => sum + tip.times, 0);
  const byCluster = Map.groupBy(authors, ([identity]) => clusters.find(identity));
  for (const [cluster, members] of byCluster) {
    const times = members.reduce((sum, [, tip]) => sum + tip.times, 0);
    const commit = members[0]?.[1].commit ?? "";
    // One merge may be of somebody else's commit; ten are not.
    const confidence = (times / total) * (1 - 0.3 / times);
    const detail = `${times} of ${total} merges from ${login}/… end in a commit of this person`;
    candidates.set(cluster, { confidence, evidence: [{ rule: "login.merge-subject", commit, detail }] });
  }
}

function addSimilar(
  login: string,
  identities: readonly RawIdentity[],
  clusters: Clusters,
  isBot: (cluster: number) => boolean,
  forms: readonly Forms[],
  candidates: Map<number, Candidate>,
): void {
  const key = compact(login);
  const similar = new Map<number, { score: number; detail: string; rule: string }>();
  for (const [index, identity] of identities.entries()) {
    const { words, local } = forms[index] ?? NO_FORMS;
    const byName = keyLikeWords(key, words);
    const byAddress = keyLikeLocal(key, local);
    const score = Math.max(byName, byAddress);
    const cluster = clusters.find(index);
    if (score === 0 || score <= (similar.get(cluster)?.score ?? 0) || isBot(cluster)) continue;
    similar.set(
      cluster,
      byName >= byAddress
        ? { score, rule: "login.like-name", detail: identity.name }
        : { score, rule: "login.like-address", detail: identity.email },
    );
  }
  for (const [cluster, { score, rule, detail }] of similar) {
    const candidate = candidates.get(cluster) ?? { confidence: 0, evidence: [] };
    candidate.confidence = 1 - (1 - candidate.confidence) * (1 - score);
    candidate.evidence.push({ rule, detail });
    candidates.set(cluster, candidate);
  }
}

/** The most probable candidate; others that are nearly as probable take from its confidence. */
function best(candidates: ReadonlyMap<number, Candidate>): LoginMatch | undefined {
  const sorted = [...candidates].toSorted((a, b) => b[1].confidence - a[1].confidence || a[0] - b[0]);
  const [first, second] = sorted;
  if (first === undefined) return undefined;
  const rival = second === undefined ? 0 : odds(second[1].confidence);
  const share = odds(first[1].confidence) / (odds(first[1].confidence) + rival);
  const confidence = Math.min(first[1].confidence, share);
  if (confidence <= LEAST) return undefined;
  return { cluster: first[0], confidence, evidence: first[1].evidence };
}

function odds(confidence: number): number {
  return confidence / (1.001 - confidence);
}

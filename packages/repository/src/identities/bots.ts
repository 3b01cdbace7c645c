/** Whether an identity is a program: by how such names are formed and how programs write, never by a list of names. */
import type { RawIdentity } from "../history.ts";
import { isAnonymousEmail, localPart, parseNoreply } from "./name.ts";

export interface Writing {
  readonly commits: number;
  /** Different subjects, numbers and versions left out. */
  readonly templates: number;
}

/** The rule that says so, or undefined for a person. */
export function botRule(identity: RawIdentity, writing: Writing): string | undefined {
  const name = identity.name.trim().toLowerCase();
  const local = (parseNoreply(identity.email)?.login ?? localPart(identity.email)).toLowerCase();
  if (name.includes("[bot]") || local.includes("[bot]")) return "bot.suffix";
  if (saysBot(name) || saysBot(local)) return "bot.name";
  if (isAnonymousEmail(identity.email) && !/\S\s+\S/.test(name) && /^(?:no-?reply|do-?not-?reply)/.test(local))
    return "bot.no-reply";
  if (writing.commits < 20 || ![name, local].some((text) => endsLikeBot(text) || soundsAutomatic(text)))
    return undefined;
  return writing.templates <= writing.commits * 0.1 ? "bot.regular" : undefined;
}

/** The word stands by itself: `acme-bot`, `bot@`, `Prow Robot`; a surname such as Talbot does not. */
function saysBot(text: string): boolean {
  return (
    /(?:^|[^\p{L}])(?:ro)?bots?(?:$|[^\p{L}])/u.test(text) ||
    /(?:^|[-_ ])(?:automation|autobot|github-actions|ci-user|service-account)(?:$|[-_ ])/.test(text) ||
    // `Acme CI`: two letters after a name are an initial or a machine, and these two are no initials.
    /\p{L}[ _-]ci$/u.test(text)
  );
}

function endsLikeBot(text: string): boolean {
  return /^\p{L}{3,}bot(?:$|[-_ .])/u.test(text);
}

function soundsAutomatic(text: string): boolean {
  return /(?:^|[^\p{L}])(?:ci|auto\p{L}*|actions?|release[rs]?|sync(?:er)?|update[rs]?|deploy(?:s|er)?|machine|build(?:s|er)?)(?:$|[^\p{L}])/u.test(
    text,
  );
}

/** A subject without what changes from one run of a program to the next. */
export function subjectTemplate(subject: string): string {
  return subject.slice(0, 120).replace(/\b[0-9a-f]{7,40}\b|v?\d+(?:[.\-:/]\d+)*\S*/g, "#");
}

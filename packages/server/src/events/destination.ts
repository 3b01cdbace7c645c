/**
 * Where an event may go. Whoever may set a webhook could otherwise make this server speak to what only it can
 * reach: the cloud's metadata, a database, a router. So a name is resolved once, every address of it must be
 * public (or in a range that the server's administrator allows), and the connection goes to that very address.
 */
import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

export interface Destination {
  readonly url: URL;
  readonly address: string;
  readonly family: 4 | 6;
}

interface Resolved {
  readonly address: string;
  readonly family: number;
}

export interface GuardOptions {
  /** Ranges such as 10.0.0.0/8 that may be reached though they are private. */
  readonly allow: readonly string[];
  /** The setting that names them, for messages. Default: that of webhooks. */
  readonly setting?: string;
  /** For tests. */
  readonly resolve?: (host: string) => Promise<readonly Resolved[]>;
}

/** Why it may not be reached; the text says what to do. */
export class DestinationRefused extends Error {
  override readonly name = "DestinationRefused";
}

/** What can be said without asking anybody: for when a webhook is saved. Throws `DestinationRefused`. */
export function checkUrl(text: string): URL {
  if (text.length > 2000 || !URL.canParse(text)) throw refused(`"${text.slice(0, 200)}" is no address`);
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw refused(`${url.protocol} is not http or https`);
  if (url.username !== "" || url.password !== "") throw refused("an address with a user name or password");
  return url;
}

/** Throws `DestinationRefused`, also where the name is not known. */
export async function findDestination(text: string, options: GuardOptions): Promise<Destination> {
  const url = checkUrl(text);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = await resolved(host, options);
  const [first] = found;
  if (first === undefined) throw refused(`${host} has no address`);
  // One private address among public ones is refused too: nobody can say which would be used.
  for (const { address } of found) {
    if (!mayReach(address, options.allow)) throw refused(`${host} is ${address}, which is no public address`);
  }
  if (url.protocol === "http:" && !allowed(ipaddr.process(first.address), options.allow)) {
    const { setting = "webhooks.allow" } = options;
    throw refused(`http is only for addresses that ${setting} names; use https`);
  }
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}

/**
 * Public unicast, or allowed. Addresses of IPv4 within IPv6 count as what they stand for.
 * @internal
 */
export function mayReach(text: string, allow: readonly string[]): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return isPublic(address) || allowed(address, allow);
}

/** What is given out of IPv6; beside it lie forms of old, such as `::127.0.0.1`, that say "unicast" too. */
const GIVEN_OUT = ipaddr.parseCIDR("2000::/3");
/** Looks public, and tells a machine of Azure its secrets. */
const AZURE = "168.63.129.16";

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== "unicast" || address.toString() === AZURE) return false;
  return address.kind() === "ipv4" || address.match(GIVEN_OUT);
}

function allowed(address: ipaddr.IPv4 | ipaddr.IPv6, allow: readonly string[]): boolean {
  return allow.some((range) => {
    const [base, bits] = ipaddr.parseCIDR(range);
    return base.kind() === address.kind() && address.match(base, bits);
  });
}

async function resolved(host: string, { resolve }: GuardOptions): Promise<readonly Resolved[]> {
  if (ipaddr.isValid(host)) return [{ address: host, family: ipaddr.parse(host).kind() === "ipv6" ? 6 : 4 }];
  try {
    return await (resolve ?? byName)(host);
  } catch {
    throw refused(`${host} can't be resolved`);
  }
}

async function byName(host: string): Promise<readonly Resolved[]> {
  return await lookup(host, { all: true, verbatim: true });
}

function refused(reason: string): DestinationRefused {
  return new DestinationRefused(`not sent: ${reason}`);
}

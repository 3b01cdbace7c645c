/** From a queued mail to what is sent; undefined where there is nobody or nothing left to tell. */
import type { ClaimedMail, OrganisationStore, Store, StoredChange } from "@freehold/store";
import * as z from "zod";
import { textOf, titleOf } from "../events/feed.ts";
import { type MailText, renderMail, type RenderedMail } from "./template.ts";
import type { Unsubscribing } from "./unsubscribing.ts";

export interface ComposedMail extends RenderedMail {
  /** Address that ends what this mail is one of. */
  readonly unsubscribe?: string;
  /** What all mails about the same share: RFC 2919. */
  readonly list?: string;
}

export interface ComposeOptions {
  readonly store: Store;
  readonly unsubscribing: Unsubscribing;
  /** The public address, without a slash at its end. */
  readonly base: string;
}

const link = z.object({ link: z.string() });
const invitation = link.extend({ role: z.string(), by: z.string() });
const about = z.object({
  user: z.string(),
  products: z.array(z.object({ id: z.string(), since: z.number(), until: z.number() })),
});

const MOST_CHANGES = 50;

export async function composeMail(mail: ClaimedMail, options: ComposeOptions): Promise<ComposedMail | undefined> {
  switch (mail.kind) {
    case "invitation":
      return renderMail(invitationText(invitation.parse(mail.payload)));
    case "password":
      return renderMail(passwordText(link.parse(mail.payload).link));
    case "changes":
      return await changesMail(mail, about.parse(mail.payload), options);
    default:
      return undefined;
  }
}

function invitationText({ link: address, role, by }: z.output<typeof invitation>): MailText {
  return {
    subject: "You are invited to Freehold",
    heading: "You are invited",
    paragraphs: [`${by} invites you as ${role}. The link works once; who has it can use it, so keep it to yourself.`],
    action: { label: "Join", address },
    footer: {
      text: "You get this because somebody wrote your address into an invitation. Without you nothing happens.",
    },
  };
}

function passwordText(address: string): MailText {
  return {
    subject: "A new password for Freehold",
    heading: "Choose a new password",
    paragraphs: ["Somebody, probably you, asked for a new password. The link works once, for an hour."],
    action: { label: "Choose a password", address },
    footer: { text: "If it was not you, do nothing: your password stays as it is." },
  };
}

async function changesMail(
  mail: ClaimedMail,
  { user, products }: z.output<typeof about>,
  { store, unsubscribing, base }: ComposeOptions,
): Promise<ComposedMail | undefined> {
  const { id } = (await store.organisations()).find(({ key }) => key === mail.org) ?? { id: "" };
  // Whoever left, or unsubscribed since it was queued, is told nothing more.
  if (!(await store.memberships(user)).some(({ organisation }) => organisation === id)) return undefined;
  const organisation = await store.forOrganisation(id);
  const wanted = new Set((await organisation.subscriptions.list(user)).map(({ product }) => product));
  const told = [];
  for (const range of products) if (wanted.has(range.id)) told.push(...(await toldOf(organisation, range)));
  const [first] = told;
  if (first === undefined) return undefined;
  const names = [...new Set(told.map(({ name }) => name))];
  const one = names.length === 1;
  const path = unsubscribing.path({ organisation: id, user, ...(one ? { product: first.product } : {}) });
  const unsubscribe = `${base}${path}`;
  const text: MailText = {
    subject: one ? `${first.name} changed` : `${names.length} products changed`,
    heading: one ? `What changed in ${first.name}` : "What changed in the products that you follow",
    paragraphs: [],
    items: told.map(({ name, change }) => ({
      title: one ? titleOf(change) : `${name}: ${titleOf(change)}`,
      text: saidOf(change),
    })),
    action: { label: "Open", address: one ? `${base}/products/${encodeURIComponent(first.slug)}` : base },
    footer: {
      text: `You get this because you subscribed to ${one ? "this product" : "these products"}.`,
      address: unsubscribe,
    },
  };
  return { ...renderMail(text), unsubscribe, ...(one ? { list: first.product } : {}) };
}

interface Told {
  readonly product: string;
  readonly slug: string;
  readonly name: string;
  readonly change: StoredChange;
}

async function toldOf(
  organisation: OrganisationStore,
  { id, since, until }: { readonly id: string; readonly since: number; readonly until: number },
): Promise<Told[]> {
  const row = (await organisation.product(id))?.row;
  if (row === undefined) return [];
  const { items } = await organisation.changes({ product: id, since, limit: MOST_CHANGES });
  return items
    .filter(({ revision }) => revision <= until)
    .map((change) => ({ product: row.id, slug: row.slug, name: row.name, change }));
}

function saidOf(change: StoredChange): string {
  return `${new Date(change.at).toISOString().slice(0, 16).replace("T", " ")} UTC, by ${change.actor}\n${textOf(change)}`.trimEnd();
}

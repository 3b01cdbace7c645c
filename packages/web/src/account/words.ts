/** Roles and rights in words. */
import type { Right, Role } from "./session.ts";

export const ROLES: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  viewer: { name: "Viewer", may: "sees everything, and decides in the products that they own" },
  contributor: { name: "Contributor", may: "also brings snapshots in, and puts right what nobody speaks for" },
  administrator: { name: "Administrator", may: "also decides about every product, members, tokens and webhooks" },
};

export const RIGHTS: Readonly<Record<Right, { readonly name: string; readonly may: string }>> = {
  read: { name: "Read", may: "see the portfolio, its feeds and its history" },
  ingest: { name: "Ingest", may: "bring snapshots in, as continuous integration does" },
  correct: { name: "Correct", may: "decide about products: accept, claim, rename, merge, split" },
  administer: { name: "Administer", may: "change members, webhooks and sources" },
};

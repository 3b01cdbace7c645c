/** Roles in words. */
import type { Role } from "./session.ts";

export const ROLES: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  viewer: { name: "Viewer", may: "sees everything, and decides in the products that they own" },
  contributor: { name: "Contributor", may: "also brings snapshots in, and puts right what nobody speaks for" },
  administrator: { name: "Administrator", may: "also decides about every product, members, tokens and webhooks" },
};

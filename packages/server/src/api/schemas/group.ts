/** Groups as they are sent and shown. */
import * as z from "zod";
import { name } from "./parameters.ts";

const count = z.int().nonnegative();
const MOST_MEMBERS = 1000;

export const groupParameter = z.strictObject({ group: name.describe("Id of a group, such as @acme/core") });

const members = z.array(name).max(MOST_MEMBERS).describe("Ids of people, or their e-mail addresses");

export const membersSchema = z.strictObject({ members });

export const groupBodySchema = z.strictObject({ id: name, name: name.optional(), members: members.default([]) });

const common = {
  id: z.string(),
  name: z.string(),
  products: count.describe("How many it owns; which: products?owner=<id>"),
  version: count.describe("0: only named in repositories; nobody said yet who is in it"),
};

export const listedGroupSchema = z.object({ ...common, members: count }).meta({ id: "ListedGroup" });

export const groupSchema = z.object({ ...common, members: z.array(z.string()) }).meta({ id: "Group" });

/** Who owns a part: what files declare, what the history shows, and how sure the answer is. */
import * as z from "zod";
import { claimSchema, evidenceSchema } from "./evidence.ts";

export const ownerRefSchema = z
  .object({
    kind: z.enum(["person", "group"]),
    id: z.string().describe("Id of a person of the snapshot, or the name of a group such as `@acme/core`"),
    name: z.string(),
  })
  .meta({ id: "OwnerRef" });

export const rankedOwnerSchema = z
  .object({
    person: z.string(),
    confidence: z.number().min(0).max(1).describe("Calibrated probability that this person is an owner"),
    evidence: z.array(evidenceSchema),
  })
  .meta({ id: "RankedOwner" });

export const ownershipSchema = z
  .object({
    declared: z.array(claimSchema(ownerRefSchema)).describe("Every owner that some file declares"),
    owner: claimSchema(ownerRefSchema).optional().describe("The answer: the first declared, else the best inferred"),
    founder: claimSchema(ownerRefSchema).optional().describe("Who created most of what is there"),
    steward: claimSchema(ownerRefSchema).optional().describe("Who looks after it at present"),
    ranked: z.array(rankedOwnerSchema).describe("The most probable people, best first"),
    regime: z.enum(["founder-owned", "staffed", "unknown"]).optional(),
    truckFactor: claimSchema(z.int().nonnegative()).optional().describe("Avelino et al. 2016"),
    findings: z.array(z.enum(["owner-left", "unknown", "declared-disagrees"])),
  })
  .meta({ id: "Ownership" });

export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    emails: z.array(z.string()),
    logins: z.array(z.string()).describe("Logins on code hosts, without `@`"),
    bot: z.boolean(),
    commits: z.int().nonnegative(),
    firstCommit: z.iso.datetime().optional(),
    lastCommit: z.iso.datetime().optional(),
    evidence: z.array(evidenceSchema).describe("Why these names and addresses are one person"),
  })
  .meta({ id: "Person" });

export type OwnerRef = z.infer<typeof ownerRefSchema>;
export type RankedOwner = z.infer<typeof rankedOwnerSchema>;
export type Ownership = z.infer<typeof ownershipSchema>;
export type Person = z.infer<typeof personSchema>;

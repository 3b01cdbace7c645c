/** Who is signed in, members, invitations, sessions and tokens as the API shows them. */
import { ROLES } from "@freehold/store";
import * as z from "zod";
import { RIGHTS } from "../../accounts/policy.ts";
import { name } from "./parameters.ts";

export const roleSchema = z.enum(ROLES).meta({ id: "Role" });
export const rightSchema = z.enum(RIGHTS).meta({ id: "Right" });

/** Better-auth keeps addresses in small letters. */
const emailSchema = z.email().max(254).toLowerCase();

/** As long as better-auth wants it, for every account that is made. */
const passwordSchema = z.string().min(12, "write 12 characters or more").max(200);

const membershipSchema = z.object({ organisation: z.string(), name: z.string(), role: roleSchema });

const actorSchema = z
  .object({
    id: z.string().describe("What the audit log calls them: an e-mail address, or the id of a token"),
    kind: z.string(),
    user: z.string().optional().describe("Id of the account"),
    organisation: z.string().describe("That every answer is about; `x-freehold-organisation` names another one"),
    role: roleSchema.optional(),
    rights: z.array(rightSchema).describe("That hold everywhere; owners may do more in their product"),
    organisations: z.array(membershipSchema),
  })
  .meta({ id: "Actor" });

export const sessionSchema = z
  .object({
    accounts: z.boolean().describe("Whether people sign in at all"),
    ways: z
      .object({
        password: z.boolean(),
        reset: z.boolean().describe("Whether a forgotten password can be replaced by a link that is sent by mail"),
        github: z.boolean(),
        oidc: z.boolean(),
      })
      .describe("Ways of signing in"),
    account: z
      .object({ email: z.string(), name: z.string() })
      .optional()
      .describe("The account that is signed in, also where it belongs to no organisation"),
    actor: actorSchema.optional().describe("Who asks; absent: sign in, or ask for an invitation"),
  })
  .meta({ id: "Session" });

export const secretBodySchema = z.strictObject({ secret: z.string().min(1).max(200) });

export const joinBodySchema = secretBodySchema.extend({
  name: name.max(200).optional(),
  email: emailSchema.optional(),
  password: passwordSchema.optional(),
});

export const joinedSchema = z.object({ organisation: z.string(), role: roleSchema }).meta({ id: "Joined" });

export const invitedSchema = z
  .object({
    organisation: z.string().describe("Its name"),
    email: z.string().optional().describe("For whom it is; absent in the one that sets a server up"),
    role: roleSchema,
    expires: z.iso.datetime(),
  })
  .meta({ id: "Invited" });

export const memberSchema = z
  .object({ user: z.string(), email: z.string(), name: z.string(), role: roleSchema, since: z.iso.datetime() })
  .meta({ id: "Member" });

export const userParameter = z.strictObject({ user: name.describe("Id of an account") });

export const signedInSessionSchema = z
  .object({
    id: z.string(),
    created: z.iso.datetime(),
    updated: z.iso.datetime().describe("When it was last prolonged: at most once a day"),
    expires: z.iso.datetime(),
    address: z.string().optional(),
    agent: z.string().optional().describe("What the browser calls itself"),
    current: z.boolean().describe("It is the one that asks"),
  })
  .meta({ id: "SignedInSession" });

const invitationFields = { id: z.string(), email: z.string().optional(), role: roleSchema, expires: z.iso.datetime() };

export const invitationSchema = z
  .object({ ...invitationFields, created: z.iso.datetime(), used: z.iso.datetime().optional() })
  .meta({ id: "Invitation" });

export const invitationBodySchema = z.strictObject({
  email: emailSchema,
  role: roleSchema.default("viewer"),
  days: z.int().min(1).max(30).default(7).describe("Until it ends"),
});

export const madeInvitationSchema = z
  .object({
    ...invitationFields,
    link: z.string().describe("To send on; shown once. A path where no publicUrl is set"),
  })
  .meta({ id: "MadeInvitation" });

const tokenFields = { id: z.string(), name: z.string(), scopes: z.array(z.string()) };

export const tokenSchema = z
  .object({
    ...tokenFields,
    actor: z.string().describe("Id of the account on whose behalf it acts"),
    created: z.iso.datetime(),
    expires: z.iso.datetime().optional(),
    used: z.iso.datetime().optional().describe("When it was last used, to five minutes"),
    revoked: z.iso.datetime().optional(),
  })
  .meta({ id: "Token" });

export const tokenBodySchema = z.strictObject({
  name: name.trim().min(1).max(200),
  scopes: z.array(rightSchema).min(1).max(RIGHTS.length),
  days: z.int().min(1).max(366).default(90).describe("Until it ends"),
});

export const madeTokenSchema = z
  .object({
    ...tokenFields,
    expires: z.iso.datetime(),
    token: z.string().describe("Shown once; only its hash is kept"),
  })
  .meta({ id: "MadeToken" });

/**
 * The charter: `product.yaml`, kept by a product's owner in its own repository.
 *
 * Unknown fields are kept (`looseObject`), so that a newer Freehold's charter survives an older one.
 */
import * as z from "zod";
import { productKindSchema, stageSchema } from "./product.ts";

const text = z.string().trim().min(1);

export const charterSchema = z
  .looseObject({
    id: text.optional().describe("Opaque id for life; kept when the product is renamed or moved"),
    name: text.describe("The product's name"),
    kind: productKindSchema.optional().describe("product (default), component or process"),
    mission: text.optional().describe("What it does, so that a newcomer understands it"),
    does: z.array(text).optional(),
    doesNot: z.array(text).optional().describe("What it does not do, just as clearly"),
    vision: text.optional(),
    stage: stageSchema.optional(),
    serves: z.array(text).optional().describe("Products or goals that it serves"),
    owners: z.array(text).optional().describe("`@login`, `@organisation/team` or an e-mail address"),
    scope: z
      .looseObject({
        include: z.array(text).optional().describe("Paths or globs relative to the charter; default: its folder"),
        exclude: z.array(text).optional(),
      })
      .optional(),
    interfaces: z
      .array(z.looseObject({ kind: text, name: text.optional(), path: text.optional(), channel: text.optional() }))
      .optional(),
    channels: z
      .array(z.looseObject({ kind: text, url: text }))
      .optional()
      .describe("Where to ask, discuss, report"),
    alternatives: z
      .array(
        z.looseObject({
          name: text,
          url: text.optional(),
          reason: text,
          confirmed: z.iso.date().optional().describe("The day on which somebody last looked at it"),
        }),
      )
      .optional(),
    mayUse: z.array(text).optional().describe("Slugs of the only products of this organisation it may depend on"),
    layers: z
      .array(z.array(text))
      .optional()
      .describe("Slugs of its parts in rows; a part may depend only on parts in earlier rows of this list"),
    waivers: z
      .array(
        z.looseObject({
          rule: text.describe(
            "Id of the rule, such as `typescript/parameter-added`, or `*` after its kind: `typescript/*`",
          ),
          element: text.optional().describe("Id of the element; default: every element"),
          reason: text.describe("Why the break is acceptable"),
          expires: z.iso.date().describe("The last day that it counts, such as 2026-12-31"),
        }),
      )
      .optional()
      .describe("Breaking changes that `freehold diff` lets pass"),
    notApplicable: z
      .array(
        z.looseObject({
          check: text.describe("Id of a check, such as `community/place-to-ask`, or `<characteristic>/*`"),
          reason: text.describe("Why it makes no sense for this product"),
          expires: z.iso.date().describe("The last day that it counts, such as 2026-12-31"),
        }),
      )
      .optional()
      .describe("Checks that make no sense for it; enough of them say that it is a component or a process"),
    visibility: z
      .enum(["public", "internal", "private"])
      .optional()
      .describe("private: only its own product may use it"),
    inert: z
      .array(text)
      .optional()
      .describe("Paths or globs relative to the charter: a change there reaches nobody, says the owner"),
    aliases: z.array(text).optional(),
  })
  .meta({ id: "Charter" });

export type Charter = z.infer<typeof charterSchema>;

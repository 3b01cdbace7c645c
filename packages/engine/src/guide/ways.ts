/** What somebody can do about work that may be theirs: claim it, join its owner, start a product, or improve their own. */
import type { FoundWork, Product, Way } from "@freehold/model";

type Facts = Pick<FoundWork, "belongs" | "slug" | "verdict" | "owner" | "path" | "partOf"> & {
  /** The person is its owner already, as far as anybody knows. */
  readonly owns: boolean;
};

/** The most fitting way first. */
export function waysOn(facts: Facts, product: Product | undefined): Way[] {
  const { belongs, verdict, slug = "" } = facts;
  if (belongs === "nothing" || product === undefined) return [start(facts)];
  if (belongs === "hidden") return [start(facts), ...joining(facts, product)];
  if (verdict === "yours") return [improve(slug)];
  if (verdict === "contributed") return joining(facts, product);
  const left = facts.owner === undefined || product.ownership.findings.includes("owner-left");
  if (belongs === "candidate") return [claim(slug, left ? facts.owner : undefined)];
  return left ? [takeOver(product)] : joining(facts, product);
}

function claim(slug: string, gone: string | undefined): Way {
  return {
    way: "claim",
    text: `Nobody has claimed it${gone === undefined ? "" : `, and ${gone} has left`}: draft its charter, answer the questions in it, and name yourself under \`owners\`.`,
    command: `freehold init --unit ${slug}`,
  };
}

/** Custodianship: who has left made room. */
function takeOver({ charter }: Product): Way {
  return {
    way: "claim",
    text: `Its owner is gone: name yourself under \`owners\` in ${charter ?? "its ownership file"}.`,
  };
}

function joining({ owner, owns }: Facts, { charter }: Product): Way[] {
  if (owns) return [];
  const whom = owner === undefined ? "Nobody is known to own it; ask in its repository" : `Ask ${owner}`;
  const where = charter === undefined ? "" : `, and add yourself to \`owners\` in ${charter} when you agree`;
  return [{ way: "join", text: `${whom} what would help${where}.` }];
}

function start({ path, partOf }: Facts): Way {
  const inside =
    partOf === undefined ? "No product owns this work" : `It is a part of ${partOf} with a life of its own`;
  return {
    way: "start",
    text: `${inside}: see what a product of it would take.`,
    command: `freehold start --from ${path === "" ? "." : path}`,
  };
}

function improve(slug: string): Way {
  return {
    way: "improve",
    text: "It is yours: see the step that makes it better.",
    command: `freehold next ${slug}`,
  };
}

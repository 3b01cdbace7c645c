/** What happened to a product, as feed readers read it: Atom (RFC 4287) and JSON Feed 1.1. */
import type { FoundProduct, StoredChange } from "@freehold/store";

export interface Feed {
  readonly product: FoundProduct["row"];
  readonly changes: readonly StoredChange[];
  /** Where this server is, without a slash at the end. */
  readonly base: string;
  /** When nothing happened yet. */
  readonly now: number;
}

export function atomFeed({ product, changes, base, now }: Feed): string {
  const address = `${base}/api/v1/products/${encodeURIComponent(product.id)}`;
  const entries = changes.map(
    (change) => `
  <entry>
    <id>urn:freehold:${escaped(product.id)}:${change.revision}:${change.ordinal}</id>
    <title>${escaped(titleOf(change))}</title>
    <updated>${new Date(change.at).toISOString()}</updated>
    <author><name>${escaped(change.actor)}</name></author>
    <content type="text">${escaped(textOf(change))}</content>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:freehold:${escaped(product.id)}</id>
  <title>${escaped(product.name)}</title>
  <updated>${new Date(changes[0]?.at ?? now).toISOString()}</updated>
  <link rel="self" href="${escaped(address)}/feed.atom"/>
  <link rel="alternate" type="application/feed+json" href="${escaped(address)}/feed.json"/>${entries.join("")}
</feed>
`;
}

export function jsonFeed({ product, changes, base }: Feed): unknown {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: product.name,
    feed_url: `${base}/api/v1/products/${encodeURIComponent(product.id)}/feed.json`,
    items: changes.map((change) => ({
      id: `urn:freehold:${product.id}:${change.revision}:${change.ordinal}`,
      title: titleOf(change),
      content_text: textOf(change),
      date_published: new Date(change.at).toISOString(),
      authors: [{ name: change.actor }],
    })),
  };
}

export function titleOf({ kind, action, fields }: StoredChange): string {
  const names = fields.map(([field]) => field).join(", ");
  return names === "" || action === "created" ? `${kind} ${action}` : `${kind} ${action}: ${names}`;
}

export function textOf({ fields, reason }: StoredChange): string {
  const lines = fields.map(([field, before, after]) => `${field}: ${shown(before)} → ${shown(after)}`);
  return [...(reason === undefined ? [] : [reason]), ...lines].join("\n");
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

const LONGEST_VALUE = 500;

/** Text of XML. What XML 1.0 can't hold at all is left out: one control character would break the whole feed. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The one form that all mails have, as plain text and as HTML. Whatever comes from people or repositories is text. */

export interface MailText {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly items?: readonly { readonly title: string; readonly text: string }[];
  readonly action?: { readonly label: string; readonly address: string };
  /** Why they get it, and how to get it no more. */
  readonly footer: { readonly text: string; readonly address?: string };
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const LONGEST_SUBJECT = 150;

export function renderMail({ subject, heading, paragraphs, items = [], action, footer }: MailText): RenderedMail {
  const text = [
    heading,
    ...paragraphs,
    ...items.map((item) => `* ${item.title}\n${indented(item.text)}`.trimEnd()),
    ...(action === undefined ? [] : [`${action.label}: ${action.address}`]),
    `-- \n${footer.text}${footer.address === undefined ? "" : `\n${footer.address}`}`,
  ].join("\n\n");
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"></head>',
    '<body style="font: 15px/1.5 system-ui, sans-serif; max-width: 40em; margin: 1em auto; padding: 0 1em">',
    `<h1 style="font-size: 1.3em">${escaped(heading)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    ...(items.length === 0 ? [] : [`<ul>${items.map(itemHtml).join("")}</ul>`]),
    ...(action === undefined ? [] : [`<p>${link(action.address, action.label)}</p>`]),
    `<p style="color: #666; font-size: 0.85em">${escaped(footer.text)} ${
      footer.address === undefined ? "" : link(footer.address, "Get them no more")
    }</p></body></html>`,
  ].join("\n");
  return { subject: oneLine(subject).slice(0, LONGEST_SUBJECT), text: `${text}\n`, html };
}

function itemHtml({ title, text }: { readonly title: string; readonly text: string }): string {
  const more = text === "" ? "" : `<br><span style="white-space: pre-line">${escaped(text)}</span>`;
  return `<li><b>${escaped(title)}</b>${more}</li>`;
}

function link(address: string, label: string): string {
  return `<a href="${escaped(address)}">${escaped(label)}</a>`;
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}

/** A line end in a subject would begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Text of a repository in Markdown: it must not become markup, a mention or a new cell. */
export function inline(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_{}[\]()#+!|>~]/g, String.raw`\$&`)
    .replaceAll("@", "@\u200B");
}

const LONGEST = 200;

export function code(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return `<code>${short.replaceAll(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("|", "&#124;").replaceAll("@", "&#64;")}</code>`;
}

/** The first line of a documentation comment and the names of its tags. */

/** `value` is the comment without its delimiters: `* First line …`. */
export function docOf(value: string): { readonly doc?: string; readonly tags?: readonly string[] } {
  const lines = value.split("\n").map((line) => line.replace(/^[\s*]+/, "").trimEnd());
  const doc = lines.find((line) => line !== "" && !line.startsWith("@"));
  const tags = lines.flatMap((line) => /^@([A-Za-z]+)/.exec(line)?.[1] ?? /\{@([A-Za-z]+)\}/.exec(line)?.[1] ?? []);
  const before = lines.findIndex((line) => line.startsWith("@"));
  const described = doc !== undefined && (before < 0 || lines.indexOf(doc) < before);
  return { ...(described && { doc }), ...(tags.length > 0 && { tags: tags.map((tag) => tag.toLowerCase()) }) };
}

/**
 * Findings as commands that GitHub's runner turns into annotations of the pull request.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  readonly path?: string | undefined;
  readonly line?: number | undefined;
}

export function annotations(list: readonly Annotation[]): string {
  return list.map((one) => `${annotation(one)}\n`).join("");
}

function annotation({ level, title, message, path, line }: Annotation): string {
  const properties = [
    ...(path === undefined ? [] : [`file=${property(path)}`]),
    ...(path === undefined || line === undefined ? [] : [`line=${line}`]),
    `title=${property(title)}`,
  ];
  return `::${level} ${properties.join(",")}::${data(message)}`;
}

/** Text of a repository must not begin a command of its own. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

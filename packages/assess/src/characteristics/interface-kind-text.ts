/** Kinds of interface in the words of charters. */

/** Kinds that charters write in words of their own. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  library: ["typescript", "go", "rust", "python", "java"],
  api: ["openapi", "graphql", "protobuf"],
  http: ["openapi"],
  "command-line": ["cli"],
  command: ["cli"],
  image: ["container-image"],
  action: ["github-action"],
  event: ["asyncapi", "json-schema"],
  file: ["json-schema"],
};

/** Human processes and pages have no file. */
const WITHOUT_FILE = /^(?:ui|page|web|process|human|mail|chat)/i;

/** Whether one of the kinds that were found is meant; undefined for what could not be found in files at all. */
export function foundKind(declared: string, found: ReadonlySet<string>): boolean | undefined {
  if (WITHOUT_FILE.test(declared)) return undefined;
  return [declared, ...(SAME[declared.toLowerCase()] ?? [])].some((kind) => found.has(kind));
}

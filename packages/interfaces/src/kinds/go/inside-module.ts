/** Where in its module a Go package lies. */

/** `./sub` of `module/sub`; undefined for what lies outside. */
export function insideModule(module: string, path: string): string | undefined {
  if (module === "") return undefined;
  if (path === module) return ".";
  return path.startsWith(`${module}/`) ? `.${path.slice(module.length)}` : undefined;
}

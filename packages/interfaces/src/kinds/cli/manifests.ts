/** Manifests that name the programs which a unit installs, by file name; `bins.ts` reads them. */
export const MANIFESTS = ["package.json", "pyproject.toml", "setup.cfg", "Cargo.toml"] as const;

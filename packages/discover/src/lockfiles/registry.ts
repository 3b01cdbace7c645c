/** Every lock file format. */
import { bunLockfile } from "./bun.ts";
import { goSums, goWorkSums } from "./go.ts";
import type { LockfileFormat } from "./lockfile.ts";
import { npmLockfile } from "./npm.ts";
import { pnpmLockfile } from "./pnpm.ts";
import { cargoLockfile, pythonLockfile } from "./toml.ts";
import { yarnLockfile } from "./yarn.ts";

/** @internal for the test that compares it with the folder */
export const lockfileFormats: readonly LockfileFormat[] = [
  npmLockfile,
  pnpmLockfile,
  yarnLockfile,
  bunLockfile,
  goSums,
  goWorkSums,
  cargoLockfile,
  pythonLockfile,
];

/** The format of a file, by its name. */
export function lockfileFormat(path: string): LockfileFormat | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return lockfileFormats.find(({ files }) => files.includes(name));
}

import { isBelow, type Manager, nearest, within } from "./manager.ts";

const MANIFEST = "Cargo.toml";

/**
 * Cargo reads the targets of every member of a workspace before it builds one, so members come along whole: what
 * reaches into another one by path is not told here.
 */
export const cargo: Manager = {
  id: "cargo",
  manages: (folder, has) => has(within(folder, MANIFEST)),
  around(folder, paths) {
    const known = new Set(paths);
    const root = nearest(folder, ["Cargo.lock"], (path) => known.has(path)) ?? folder;
    if (root === folder) return [];
    const members = paths
      .filter((path) => path.endsWith(`/${MANIFEST}`) && isBelow(path, root))
      .map((path) => path.slice(0, -MANIFEST.length - 1));
    const top = ["Cargo.toml", "Cargo.lock", "rust-toolchain", "rust-toolchain.toml"].map((name) => within(root, name));
    const settings = within(root, ".cargo");
    return paths.filter(
      (path) =>
        top.includes(path) ||
        isBelow(path, settings) ||
        isBelow(path, within(root, "src")) ||
        members.some((member) => isBelow(path, member)),
    );
  },
  plan({ folder, has }) {
    const root = nearest(folder, ["Cargo.lock"], has);
    const locked = root === undefined ? [] : ["--locked"];
    return {
      program: "cargo",
      install: "Install Rust: https://rustup.rs",
      steps: [
        { step: "installs", command: ["cargo", "fetch", ...locked], folder },
        { step: "builds", command: ["cargo", "build", "--offline", ...locked], folder },
        { step: "tests", command: ["cargo", "test", "--offline", ...locked], folder },
      ],
      without: {},
    };
  },
};

import { type Manager, nearest, within } from "./manager.ts";

const WORK = /(?:^|\/)go\.(?:work|work\.sum|mod|sum)$/;

/** Modules of a workspace are looked up by their go.mod, so all of those come along where there is a go.work. */
export const go: Manager = {
  id: "go",
  manages: (folder, has) => has(within(folder, "go.mod")),
  around(folder, paths) {
    const known = new Set(paths);
    return nearest(folder, ["go.work"], (path) => known.has(path)) === undefined
      ? []
      : paths.filter((path) => WORK.test(path));
  },
  plan: ({ folder }) => ({
    program: "go",
    install: "Install Go: https://go.dev/dl/",
    steps: [
      { step: "installs", command: ["go", "mod", "download"], folder },
      { step: "builds", command: ["go", "build", "./..."], folder },
      { step: "tests", command: ["go", "test", "./..."], folder },
    ],
    without: {},
  }),
};

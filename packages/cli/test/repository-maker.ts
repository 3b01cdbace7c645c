/** Small git repositories in a temporary folder, written commit by commit. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface MadeRepository {
  readonly path: string;
  /** Writes files and commits them, a day after the last commit. */
  commit(author: string, message: string, files: Readonly<Record<string, string>>): void;
  write(files: Readonly<Record<string, string>>): void;
  git(...args: string[]): string;
}

export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "freehold-test-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function makeRepository(path: string): MadeRepository {
  mkdirSync(path, { recursive: true });
  let day = 0;
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", path, "-c", "commit.gpgsign=false", ...args], {
      encoding: "utf8",
      env: environment(day),
    });
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
  };
  git("init", "-q", "-b", "main");
  return {
    path,
    git,
    write,
    commit(author, message, files) {
      day++;
      write(files);
      git("add", "-A");
      const email = `${author.toLowerCase().replaceAll(" ", ".")}@example.com`;
      git("-c", `user.name=${author}`, "-c", `user.email=${email}`, "commit", "-q", "--allow-empty", "-m", message);
    },
  };
}

function environment(day: number): NodeJS.ProcessEnv {
  const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
  return {
    ...process.env,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
  };
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** A monorepo of two products, one of which uses the other, partly past its entry. */
export function makeShop(path: string): MadeRepository {
  const shop = makeRepository(path);
  shop.commit("Ada Lovelace", "Begin", {
    "package.json": json({ name: "shop", private: true, workspaces: ["packages/*"] }),
    "README.md": "# Shop\n\nSells things.\n",
  });
  shop.commit("Ada Lovelace", "Add stock", {
    "packages/stock/package.json": json({
      name: "@shop/stock",
      version: "1.0.0",
      description: "Counts what is there.",
      exports: { ".": "./src/index.ts" },
    }),
    "packages/stock/src/index.ts": 'export { count } from "./count.ts";\n',
    "packages/stock/src/count.ts":
      "export function count(item: string): number {\n  return item.length;\n}\nexport const secret = 1;\n",
  });
  shop.commit("Grace Hopper", "Add orders", {
    "packages/orders/package.json": json({
      name: "@shop/orders",
      version: "2.1.0",
      dependencies: { "@shop/stock": "workspace:*", zod: "^4.0.0" },
    }),
    "packages/orders/src/index.ts":
      'import { count } from "@shop/stock";\nimport { secret } from "../../stock/src/count.ts";\nexport const order = (item: string) => count(item) + secret;\n',
  });
  for (let change = 0; change < 5; change++) {
    shop.commit("Grace Hopper", `Improve orders ${change}`, {
      [`packages/orders/src/part-${change}.ts`]: `export const part = ${change};\n`,
    });
    shop.commit("Ada Lovelace", `Improve stock ${change}`, {
      [`packages/stock/src/part-${change}.ts`]: `export const part = ${change};\n`,
    });
  }
  return shop;
}

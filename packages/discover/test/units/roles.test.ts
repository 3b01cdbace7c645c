import { expect, test } from "vitest";
import { conventionalRole, roleOfFolder } from "../../src/roles.ts";
import { discover, unitAt } from "../ecosystems/discover.ts";

const PATHS: readonly (readonly [string, string | undefined])[] = [
  ["packages/core/package.json", undefined],
  ["examples/basic/package.json", "example"],
  ["packages/a/test/fixtures/x/package.json", "fixture"],
  ["packages/a/testFixtures/x/package.json", "fixture"],
  ["packages/codemods/__testfixtures__/x/package.json", "fixture"],
  ["test-fixtures/package.json", "fixture"],
  ["testdata/go.mod", "fixture"],
  ["e2e/app/package.json", "test"],
  ["integration-tests/package.json", "test"],
  ["create-app/template-react/package.json", "template"],
  ["vendor/acme.example/lib/go.mod", "vendored"],
  ["test/fixtures/a/node_modules/b/package.json", "vendored"],
  ["packages/latest/package.json", undefined],
  ["packages/contest-runner/package.json", undefined],
  ["src/__generated__/package.json", "generated"],
  ["test/package.json", "test"],
  ["test", undefined],
  ["benches/Cargo.toml", "test"],
  ["core/fuzz/Cargo.toml", "test"],
  ["testprojects/src/js/package.json", "test"],
  ["exampleApps/shop/package.json", "example"],
  ["testimony/package.json", undefined],
];

test.each(PATHS)("%s", (path, role) => {
  expect(conventionalRole(path)?.role).toBe(role);
});

test.each(PATHS)("%s, folder by folder", (path, role) => {
  const folders = path.split("/").slice(0, -1);
  expect(folders.reduce<ReturnType<typeof roleOfFolder>>(roleOfFolder, undefined)).toBe(role);
});

const pkg = (value: object) => JSON.stringify(value);
const ROOT = {
  "package.json": pkg({ name: "root", private: true, workspaces: ["packages/*", "examples/*", "test/*"] }),
};

test("a published member whose own folder has such a name is source", async () => {
  const found = await discover({
    ...ROOT,
    "packages/template/package.json": pkg({ name: "@acme/template", version: "1.0.0" }),
    "examples/app/package.json": pkg({ name: "app", version: "1.0.0" }),
  });
  expect(unitAt(found, "packages/template").role).toBe("source");
  expect(unitAt(found, "examples/app").role).toBe("example");
  expect(unitAt(found, "examples/app").evidence[1]).toMatchObject({ rule: "units.folder-name", path: "examples" });
});

/** A Maven project with its modules. */
function pom(name: string, ...modules: readonly string[]): string {
  const listed = modules.map((module) => `<module>${module}</module>`).join("");
  return `<project><groupId>org.acme</groupId><artifactId>${name}</artifactId><version>1</version><modules>${listed}</modules></project>`;
}

test("a member that has members of its own is a folder of them, published or not", async () => {
  const found = await discover({
    "pom.xml": pom("acme", "acme-integration-tests", "acme-test"),
    "acme-integration-tests/pom.xml": pom("acme-integration-tests", "grpc"),
    "acme-integration-tests/grpc/pom.xml": pom("grpc"),
    "acme-test/pom.xml": pom("acme-test"),
  });
  expect(unitAt(found, "acme-integration-tests").role).toBe("test");
  expect(unitAt(found, "acme-integration-tests/grpc").role).toBe("test");
  expect(unitAt(found, "acme-test").role).toBe("source");
});

test("a member that source needs at run time is source, and its neighbours are not", async () => {
  const found = await discover({
    ...ROOT,
    "packages/core/package.json": pkg({ name: "core", dependencies: { "shared-utils": "workspace:*" } }),
    "test/shared/package.json": pkg({ name: "shared-utils", private: true }),
    "test/other/package.json": pkg({ name: "other", private: true }),
  });
  expect(unitAt(found, "test/shared").role).toBe("source");
  expect(unitAt(found, "test/other").role).toBe("test");
});

test("a fixture named like a real dependency stays a fixture", async () => {
  const found = await discover({
    ...ROOT,
    "packages/core/package.json": pkg({ name: "core", dependencies: { react: "^18" } }),
    "packages/core/test/fixtures/react/package.json": pkg({ name: "react", version: "18.0.0" }),
  });
  expect(unitAt(found, "packages/core/test/fixtures/react").role).toBe("fixture");
});

test("what is undeclared, unpublished and unused inside a member is data of that member", async () => {
  const found = await discover({
    ...ROOT,
    "packages/cli/package.json": pkg({ name: "cli", version: "1.0.0" }),
    "packages/cli/evals/one/package.json": pkg({ name: "one", private: true, scripts: {} }),
    "tools/package.json": pkg({ name: "tools", private: true, scripts: {} }),
  });
  expect(unitAt(found, "packages/cli/evals/one").role).toBe("fixture");
  expect(unitAt(found, "tools").role).toBe("source");
});

test("a name with a placeholder is a template's", async () => {
  const found = await discover({ "starter/package.json": pkg({ name: "{{name}}", version: "1.0.0" }) });
  expect(unitAt(found, "starter").role).toBe("template");
});

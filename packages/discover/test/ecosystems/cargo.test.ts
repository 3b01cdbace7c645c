import { expect, test } from "vitest";
import { consumesOf, discover, problemsOf, providesOf, unitAt, unitsOf } from "./discover.ts";

const WORKSPACE = `[workspace]
members = ["crates/*"]
exclude = ["crates/old"]

[workspace.package]
version = "0.3.0"

[workspace.dependencies]
serde = { version = "1", features = ["derive"] }
core = { package = "acme-core", path = "crates/core" }
`;

test("members inherit from the workspace; renames, targets, kinds and paths are read", async () => {
  const found = await discover({
    "Cargo.toml": WORKSPACE,
    "crates/core/Cargo.toml": '[package]\nname = "acme-core"\nversion.workspace = true\n',
    "crates/core/src/lib.rs": "",
    "crates/old/Cargo.toml": '[package]\nname = "old"\nversion = "1.0.0"\n',
    "crates/app/Cargo.toml": `[package]
name = "app"
version = { workspace = true }
publish = false
authors = ["Ann <ann@acme.example>"]

[dependencies]
serde = { workspace = true }
core.workspace = true
json = { package = "serde_json", version = "1", optional = true }

[dev-dependencies]
insta = "1.30"

[build-dependencies]
cc = "1"

[target.'cfg(windows)'.dependencies]
windows = "0.5"
`,
    "crates/app/src/main.rs": "",
  });
  const app = unitAt(found, "crates/app");
  expect(app).toMatchObject({ version: "0.3.0", published: false });
  expect(consumesOf(app)).toEqual([
    "pkg:cargo/acme-core runtime @9",
    "pkg:cargo/cc build 1 @16",
    "pkg:cargo/insta development 1.30 @13",
    "pkg:cargo/serde runtime 1 @8",
    "pkg:cargo/serde_json optional 1 @10",
    "pkg:cargo/windows runtime 0.5 @19",
  ]);
  expect(providesOf(app)).toEqual(["pkg:cargo/app", "api:cli/app"]);
  expect(found.extras.get(app.id)?.aliases).toEqual([
    { name: "core", id: "pkg:cargo/acme-core" },
    { name: "json", id: "pkg:cargo/serde_json" },
  ]);
  expect(unitAt(found, "crates/core").version).toBe("0.3.0");
  expect(found.extras.get(unitAt(found, "crates/core").id)?.entries).toEqual([
    { subpath: ".", target: "crates/core/src/lib.rs" },
  ]);
});

test("a path dependency inside the workspace is a member without being listed", async () => {
  const found = await discover({
    "Cargo.toml":
      '[package]\nname = "root"\nversion = "1.0.0"\n[workspace]\n[dependencies]\ntemplates = { path = "templates" }\n',
    "templates/Cargo.toml": '[package]\nname = "templates"\nversion = "1.0.0"\n',
  });
  expect(unitsOf(found)).toEqual([". package source root", "templates package source templates"]);
});

test("what can't be parsed is told with its place", async () => {
  const found = await discover({ "Cargo.toml": '[package]\nname = "a\n' });
  expect(problemsOf(found)).toEqual(["error cargo/invalid-toml Cargo.toml:2:10"]);
});

function crate(name: string, dependencies: string): string {
  return `[package]\nname = "${name}"\nversion = "1.0.0"\n[dependencies]\n${dependencies}\n[dev-dependencies]\ntools = { path = "../tools" }\n`;
}

test("what the registry would refuse is not published: any version of something, or a folder alone", async () => {
  const found = await discover({
    "any/Cargo.toml": crate("any", 'serde = "*"'),
    "folder/Cargo.toml": crate("folder", 'tools = { path = "../tools" }'),
    "both/Cargo.toml": crate("both", 'tools = { path = "../tools", version = "1" }'),
    "tools/Cargo.toml": crate("tools", 'serde = "1"'),
  });
  expect(["any", "folder", "both", "tools"].map((folder) => unitAt(found, folder).published)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

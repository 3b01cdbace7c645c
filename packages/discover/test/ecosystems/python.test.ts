import { expect, test } from "vitest";
import { consumesOf, discover, problemsOf, providesOf, unitAt, unitsOf } from "./discover.ts";

test("PEP 621 and 735: names are normalised, groups say their scope", async () => {
  const found = await discover({
    "pyproject.toml": `[build-system]
requires = ["hatchling>=1.2"]

[project]
name = "Acme.Shop_Core"
version = "1.0"
description = "Sells"
authors = [{ name = "Ann", email = "ann@acme.example" }]
dependencies = [
  "Requests[socks] >= 2, <3 ; python_version > '3.8'",
  "tool @ git+https://git.example/acme/tool@main",
]

[project.optional-dependencies]
fast = ["orjson"]
test = ["pytest (>=7)"]

[project.scripts]
shop = "acme.cli:main"

[dependency-groups]
lint = ["ruff", { include-group = "test" }]
`,
    "src/acme/__init__.py": "",
  });
  const unit = unitAt(found, "");
  expect(unit).toMatchObject({ name: "Acme.Shop_Core", published: true });
  expect(providesOf(unit)).toEqual(["pkg:pypi/acme-shop-core", "api:cli/shop", "repo:github.com/acme/shop"]);
  expect(consumesOf(unit)).toEqual([
    "pkg:pypi/hatchling build >=1.2 @2",
    "pkg:pypi/orjson optional @15",
    "pkg:pypi/pytest test >=7 @16",
    "pkg:pypi/requests runtime >= 2, <3 @10",
    "pkg:pypi/ruff development @22",
    "pkg:pypi/tool runtime @11",
  ]);
  expect(unit.consumes.filter(({ optIn }) => optIn).map(({ id }) => id)).toEqual(["pkg:pypi/orjson"]);
  expect(found.extras.get(unit.id)).toMatchObject({
    maintainers: [{ text: "Ann <ann@acme.example>" }],
    entries: [{ subpath: "acme", target: "src/acme" }],
  });
});

test("poetry: tables, groups, paths to other projects", async () => {
  const found = await discover({
    "app/pyproject.toml": `[tool.poetry]
name = "app"
version = "0.1.0"
authors = ["Ann <ann@acme.example>"]

[tool.poetry.dependencies]
python = "^3.9"
flask = "^2"
lib = { path = "../lib", develop = true }
extra = { version = "*", optional = true }
many = [{ version = "<2", python = "<3.9" }, { version = ">=2" }]

[tool.poetry.group.dev.dependencies]
black = "*"
`,
    "lib/pyproject.toml": '[tool.poetry]\nname = "acme-lib"\nversion = "1"\npackage-mode = false\n',
  });
  expect(consumesOf(unitAt(found, "app"))).toEqual([
    "pkg:pypi/acme-lib runtime @9",
    "pkg:pypi/black development * @14",
    "pkg:pypi/extra optional * @10",
    "pkg:pypi/flask runtime ^2 @8",
    "pkg:pypi/many runtime <2 @11",
  ]);
  expect(unitAt(found, "lib").published).toBe(false);
});

test("setup.cfg with continued values, and setup.py read without being run", async () => {
  const found = await discover({
    "setup.cfg": `[metadata]
name = old_style
version = attr: old.VERSION
author = Ann
author_email = ann@acme.example

[options]
install_requires =
    requests>=2
    # a comment
    six
[options.extras_require]
docs = sphinx
[options.entry_points]
console_scripts =
    old = old:main
[flake8]
ignore = E1
`,
    "setup.py": "from setuptools import setup\nsetup()\n",
    "plain/setup.py":
      'import os; os.system("touch /tmp/pwned")\nsetup(\n  name="plain",\n  version=VERSION,\n  install_requires=[\n    "click>=8",\n  ],\n)\n',
  });
  expect(consumesOf(unitAt(found, ""))).toEqual([
    "pkg:pypi/requests runtime >=2 @9",
    "pkg:pypi/six runtime @11",
    "pkg:pypi/sphinx development @13",
  ]);
  expect(providesOf(unitAt(found, ""))).toEqual(["pkg:pypi/old-style", "api:cli/old", "repo:github.com/acme/shop"]);
  expect(found.extras.get(unitAt(found, "").id)?.maintainers).toEqual([{ text: "Ann <ann@acme.example>", line: 4 }]);
  expect(unitAt(found, "plain")).toMatchObject({ name: "plain" });
  expect(consumesOf(unitAt(found, "plain"))).toEqual(["pkg:pypi/click runtime >=8 @6"]);
  expect(problemsOf(found)).toEqual([
    "info python/not-executed plain/setup.py:2:1",
    "info python/not-executed setup.py:2:1",
  ]);
});

test("requirements files belong to the unit around them; their name or the manifest says the scope", async () => {
  const found = await discover({
    "pyproject.toml": `[project]
name = "shop"
dynamic = ["dependencies"]
[tool.setuptools.dynamic]
dependencies = { file = ["deps/requirements.txt"] }
optional-dependencies.fast = { file = ["requirements-fast.txt"] }
`,
    "deps/requirements.txt":
      "--index-url https://pypi.example\nflask==2.0 \\\n  --hash=sha256:00\n-e ./lib\n-r other.txt\n./local\n",
    "requirements-fast.txt": "orjson\n",
    "requirements_dev.txt": "# tools\nruff  # lint\n",
    "deps/lib/pyproject.toml": '[project]\nname = "lib"\n',
  });
  expect(consumesOf(unitAt(found, ""))).toEqual([
    "pkg:pypi/flask runtime ==2.0 @2",
    "pkg:pypi/lib runtime @4",
    "pkg:pypi/orjson optional @1",
    "pkg:pypi/ruff development @2",
  ]);
});

test("a uv workspace, and a pyproject.toml that only configures tools", async () => {
  const found = await discover({
    "pyproject.toml":
      '[project]\nname = "root"\n[tool.uv.workspace]\nmembers = ["packages/*"]\nexclude = ["packages/skip"]\n',
    "packages/a/pyproject.toml": '[project]\nname = "a"\n',
    "packages/skip/pyproject.toml": '[project]\nname = "skip"\n',
    "tools/pyproject.toml": "[tool.black]\nline-length = 100\n",
  });
  expect(found.extras.get(unitAt(found, "").id)?.workspaces).toEqual(["packages/a"]);
  expect(unitsOf(found)).toHaveLength(3);
});

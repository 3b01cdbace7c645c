import { describe, expect, test } from "vitest";
import { pythonResolver } from "../../../src/languages/python/resolve.ts";
import { fixtureProject } from "../project.ts";

const project = fixtureProject("python", {
  units: [
    { name: "root", path: "", declares: ["pkg:pypi/pytest"] },
    {
      name: "acme-core",
      path: "core",
      declares: [
        "pkg:pypi/pyyaml",
        "pkg:pypi/google-cloud-storage",
        "pkg:pypi/python-dateutil",
        "pkg:pypi/ns-api",
        "pkg:pypi/ns-sdk",
      ],
    },
    { name: "acme-web", path: "web", declares: ["pkg:pypi/acme-core"] },
  ],
  files: [
    "core/src/acme/core/__init__.py",
    "core/src/acme/core/models.py",
    "core/src/acme/core/_private.py",
    "core/tests/util.py",
    "core/tests/test_models.py",
    "web/acme/web/__init__.py",
    "web/acme/web/views.py",
    "web/tests/util.py",
    "web/scripts/run.py",
    "web/scripts/helper.py",
  ],
});
const resolver = pythonResolver(project);
const resolve = (path: string, specifier: string, ...symbols: string[]) =>
  resolver(path, { specifier, line: 1, kind: "static", symbols });

describe("modules of the repository", () => {
  test.each([
    ["core/src/acme/core/models.py", ".", ["_private"], "core/src/acme/core/_private.py", false],
    ["core/src/acme/core/models.py", "._private", ["x"], "core/src/acme/core/_private.py", false],
    ["core/src/acme/core/models.py", "acme.core", ["models"], "core/src/acme/core/models.py", false],
    ["core/tests/test_models.py", "tests.util", ["x"], "core/tests/util.py", false],
    ["core/tests/test_models.py", "util", ["*"], "core/tests/util.py", false],
    ["web/acme/web/views.py", "acme.core", ["Model"], "core/src/acme/core/__init__.py", false],
    ["web/acme/web/views.py", "acme.core.models", ["_hidden"], "core/src/acme/core/models.py", true],
    ["web/acme/web/views.py", "acme.core._private", ["x"], "core/src/acme/core/_private.py", true],
    ["web/acme/web/views.py", "acme.core.generated_pb2", ["x"], "core/src/acme/core/__init__.py", false],
    ["web/scripts/run.py", "helper", ["*"], "web/scripts/helper.py", false],
  ])("%s: %s %j", (path, specifier, symbols, file, bypass) => {
    expect(resolve(path, specifier, ...symbols)).toMatchObject({ kind: "unit", path: file, bypass });
  });
});

describe("outside", () => {
  const here = "core/src/acme/core/models.py";
  test.each([
    ["os.path", { kind: "builtin" }],
    ["yaml", { kind: "package", id: "pkg:pypi/pyyaml" }],
    ["dateutil.parser", { kind: "package", id: "pkg:pypi/python-dateutil" }],
    ["google.cloud.storage.blob", { kind: "package", id: "pkg:pypi/google-cloud-storage" }],
    ["pytest", { kind: "package", id: "pkg:pypi/pytest" }],
    ["Some_Thing", { kind: "package", id: "pkg:pypi/some-thing" }],
    ["ns.sdk.trace", { kind: "package", id: "pkg:pypi/ns-sdk" }],
    ["ns.trace", { kind: "unresolved", reason: "brought by one of ns-api, ns-sdk" }],
    ["....beyond", { kind: "unresolved", reason: "leaves the repository" }],
  ])("%s", (specifier, target) => {
    const path = specifier.startsWith(".") ? "x.py" : here;
    expect(resolve(path, specifier, "x")).toEqual(target);
  });
});

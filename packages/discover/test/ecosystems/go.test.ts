import { expect, test } from "vitest";
import { consumesOf, discover, problemsOf, providesOf, unitAt, unitsOf } from "./discover.ts";

test("a module: direct requirements, replacements, tools and commands", async () => {
  const found = await discover({
    "go.mod": [
      "// Deprecated: use v3",
      'module "acme.example/shop/v2"',
      "go 1.24",
      "require (",
      "\tgithub.com/spf13/cobra v1.8.0 // for the command line",
      "\tgolang.org/x/sys v0.1.0 // indirect",
      ")",
      "require acme.example/lib v0.0.0",
      "replace acme.example/lib => ./lib",
      "replace github.com/spf13/cobra v1.8.0 => github.com/acme/cobra v1.8.1",
      "tool github.com/spf13/cobra/gen",
    ].join("\r\n"),
    "main.go": "package main",
    "cmd/admin/main.go": "package main",
    "cmd/admin/sub/main.go": "package main",
    "cmd/builder/go.mod": "module acme.example/shop/v2/cmd/builder\n",
    "cmd/builder/main.go": "package main",
    "lib/go.mod": "module acme.example/lib\n",
  });
  const unit = unitAt(found, "");
  expect(providesOf(unit)).toEqual([
    "pkg:golang/acme.example/shop/v2",
    "api:cli/shop",
    "api:cli/admin",
    "repo:github.com/acme/shop",
  ]);
  expect(consumesOf(unit)).toEqual([
    "pkg:golang/acme.example/lib runtime v0.0.0 @8",
    "pkg:golang/github.com/acme/cobra runtime @10",
    "pkg:golang/github.com/spf13/cobra runtime v1.8.0 @5",
  ]);
  expect(unitAt(found, "lib").name).toBe("acme.example/lib");
});

test("nothing outside can import a module below `internal`", async () => {
  const found = await discover({
    "go.mod": "module acme.example/shop\n",
    "internal/tools/go.mod": "module acme.example/shop/internal/tools\n",
  });
  expect(unitAt(found, "").published).toBe(true);
  expect(unitAt(found, "internal/tools").published).toBe(false);
});

test("go.work names members, with or without a module beside it", async () => {
  const found = await discover({
    "go.work": "go 1.24\n\nuse (\n\t./api\n\t./test // needed\n\t./missing\n)\n",
    "api/go.mod": "module acme.example/api\nrequire acme.example/test v1.0.0\n",
    "test/go.mod": "module acme.example/test\n",
  });
  expect(unitsOf(found)).toEqual([
    ". folder source shop",
    "api module source acme.example/api",
    "test module source acme.example/test",
  ]);
});

test("what is wrong is told", async () => {
  const found = await discover({
    "go.mod": "go 1.2\n",
    "a/go.mod": "module a\nrequire b\n",
    "b/go.mod": "module b\nfrobnicate\n",
  });
  expect(problemsOf(found)).toEqual([
    "warning go/malformed a/go.mod:2:1",
    "warning go/malformed b/go.mod:2:1",
    "error go/no-module go.mod:1:1",
  ]);
});

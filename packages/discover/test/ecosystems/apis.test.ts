import { expect, test } from "vitest";
import { consumesOf, discover, problemsOf, providesOf, unitAt, unitsOf } from "./discover.ts";

test("OpenAPI by its root, in YAML and JSON, whatever follows", async () => {
  const found = await discover({
    "docs/openapi.yaml": `# head\nopenapi: 3.1.0\npaths:\n  /a: { get: *unresolved }\ninfo:\n  title: Orders & Returns\n  version: 1.10\n  description: |\n    Takes orders.\n    And returns.\n`,
    "swagger.json": '{"swagger": "2.0", "info": {"title": "Old", "version": "1"}}',
    "api/settings.yaml": "debug: true\n",
    "src/data.yaml": "openapi: 3.0.0\n",
  });
  expect(unitAt(found, "docs")).toMatchObject({
    kind: "api",
    name: "Orders & Returns",
    version: "1.10",
    description: "Takes orders.",
  });
  expect(providesOf(unitAt(found, "docs"))).toEqual(["api:openapi/orders-returns"]);
  expect(unitAt(found, "docs").provides[0]?.evidence[0]).toMatchObject({ path: "docs/openapi.yaml", line: 5 });
  expect(unitsOf(found)).toEqual([". folder source shop", ". api source Old", "docs api source Orders & Returns"]);
  expect(found.problems).toEqual([]);
});

test("GraphQL types of a folder are one API; operations are none", async () => {
  const found = await discover({
    "schema/user.graphql": "type User { id: ID! }",
    "schema/query.graphqls": "extend type Query { me: User }\nscalar Date",
    "client/me.graphql": "query Me { me { id } }",
    "bad/schema.gql": "type {\n",
  });
  expect(unitAt(found, "schema")).toMatchObject({ kind: "api", manifest: "schema/query.graphqls" });
  expect(providesOf(unitAt(found, "schema"))).toEqual(["api:graphql/github.com/acme/shop/schema"]);
  expect(unitsOf(found)).toHaveLength(2);
  expect(problemsOf(found)).toEqual(["error graphql/invalid bad/schema.gql:1:6"]);
});

test("protobuf packages consume what their files import, wherever the root of imports is", async () => {
  const found = await discover({
    "proto/acme/users/v1/user.proto": 'syntax = "proto3";\npackage acme.users.v1;\n',
    "proto/acme/users/v1/service.proto":
      'syntax = "proto3";\npackage acme.users.v1;\nimport "acme/users/v1/user.proto";\nimport "acme/common.proto";\nimport "google/protobuf/empty.proto";\n',
    "proto/acme/common.proto": 'syntax = "proto3";\npackage acme.shared;\n',
    "bad.proto": "message {\n",
  });
  expect(providesOf(unitAt(found, "proto/acme/users/v1"))).toEqual(["api:protobuf/acme.users.v1"]);
  expect(consumesOf(unitAt(found, "proto/acme/users/v1"))).toEqual([
    "api:protobuf/acme.shared runtime @4",
    "api:protobuf/google.protobuf runtime @5",
  ]);
  expect(problemsOf(found)).toEqual(["error protobuf/invalid bad.proto:1:1"]);
});

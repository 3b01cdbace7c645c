import { expect, test } from "vitest";
import { consumesOf, discover, problemsOf, providesOf, unitAt, unitsOf } from "./discover.ts";

const MAIN = `module "network" {
  source  = "terraform-aws-modules/vpc/aws//modules/flow-log"
  version = "~> 6.0" # of the registry
}
module "own" { source = "./modules/queue" }
module "git" { source = "git::https://github.com/acme/terraform-aws-queue.git//modules/dead?ref=v1.2.0" }
module "place" {
  source = "git@github.com:acme/infra.git//db"
}
module "bucket" { source = "s3::https://s3.amazonaws.com/acme/a.zip" }
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
    random = "~> 3.1"
  }
}
`;

test("a folder of files is a module; sources and providers are what it consumes", async () => {
  const found = await discover({
    "main.tf": MAIN,
    "variables.tf": 'variable "name" {}',
    "modules/queue/main.tf": 'resource "aws_sqs_queue" "this" {}',
    "examples/all/main.tf": 'module "it" { source = "../../" }',
    "notes.tf": "# nothing",
    ".terraform/modules/x/main.tf": 'variable "x" {}',
  });
  expect(unitsOf(found)).toEqual([
    ". module source shop",
    "examples/all module example all",
    "modules/queue module source queue",
  ]);
  expect(providesOf(unitAt(found, ""))).toContain("unit:github.com/acme/shop");
  expect(consumesOf(unitAt(found, ""))).toEqual([
    "pkg:terraform/acme/queue/aws/modules/dead runtime v1.2.0 @6",
    "pkg:terraform/hashicorp/aws runtime >= 5.0 @13",
    "pkg:terraform/hashicorp/random runtime ~> 3.1 @17",
    "pkg:terraform/terraform-aws-modules/vpc/aws/modules/flow-log runtime ~> 6.0 @1",
    "unit:github.com/acme/infra/db runtime @7",
    "unit:github.com/acme/shop/modules/queue runtime @5",
  ]);
  expect(consumesOf(unitAt(found, "examples/all"))).toEqual(["unit:github.com/acme/shop runtime @1"]);
});

test("the registry names a module after its repository", async () => {
  const found = await discover(
    { "main.tf": "locals {}", "modules/a/main.tf": "locals {}" },
    "github.com/acme/terraform-aws-vpc",
  );
  expect(providesOf(unitAt(found, ""))).toContain("pkg:terraform/acme/vpc/aws");
  expect(providesOf(unitAt(found, "modules/a"))).toEqual(["pkg:terraform/acme/vpc/aws/modules/a"]);
  expect(unitAt(found, "").published).toBe(true);
});

test("what can't be read has its line, and the rest is read", async () => {
  const found = await discover({ "main.tf": 'variable "a" {\n  ]\n}\nmodule "b" { source = "./b" }\n' });
  expect(problemsOf(found)).toEqual(["warning terraform/invalid main.tf:2:1"]);
  expect(consumesOf(unitAt(found, ""))).toEqual(["unit:github.com/acme/shop/b runtime @4"]);
});

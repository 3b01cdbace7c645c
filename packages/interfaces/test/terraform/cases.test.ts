/** Pairs after Terraform's documentation of variables, outputs, type and version constraints. */
import { describe, expect, test } from "vitest";
import { terraform } from "../../src/kinds/terraform/kind.ts";
import { elementsIn, extractFrom, type Pair, testPairs } from "../pairs.ts";

const v = (body: string): string => `variable "x" {\n  ${body.replaceAll("; ", "\n  ")}\n}\n`;
const typed = (type: string): string => v(`type = ${type}`);
const o = (body: string): string => `output "y" {\n  ${body.replaceAll("; ", "\n  ")}\n}\n`;
const needs = (body: string): string => `terraform {\n${body}\n}\n`;
const aws = (version: string): string =>
  needs(`required_providers {\n aws = { source = "hashicorp/aws", version = "${version}" }\n}`);

const VARIABLES: readonly Pair[] = [
  ["required variable added", "", v("type = string"), "breaking", "breaking"],
  ["optional variable added", "", v('type = string; default = ""'), "compatible", "breaking"],
  ["variable with null as default", "", v("type = string; default = null"), "compatible", "breaking"],
  ["variable renamed", v("default = 1"), v("default = 1").replace("x", "z"), "breaking", "breaking"],
  ["default removed", v("default = 1"), v(""), "breaking", "compatible"],
  ["default changed", v("default = 1"), v("default = 2"), "unknown", "unknown"],
  [
    "default written otherwise",
    v("default = { a = 1, b = [1, 2] }"),
    v("default = {; a = 1; b = [; 1,; 2,; ]; }"),
    "none",
    "none",
  ],
  ["description", v('description = "a"'), v('description = "b"'), "none", "none"],
  ["any to a type", typed("any"), typed("string"), "breaking", "compatible"],
  ["no type to a type", v(""), typed("string"), "breaking", "compatible"],
  ["number to string", typed("number"), typed("string"), "compatible", "breaking"],
  ["bool to number", typed("bool"), typed("number"), "breaking", "breaking"],
  ["string to list", typed("string"), typed("list(string)"), "breaking", "breaking"],
  ["items of a list", typed("list(string)"), typed("list(number)"), "breaking", "compatible"],
  ["list to set", typed("list(string)"), typed("set(string)"), "unknown", "unknown"],
  ["types of 0.11", v('type = "list"'), typed("list(any)"), "none", "none"],
  [
    "optional attribute added",
    typed("object({ a = string })"),
    typed("object({ a = string, b = optional(string) })"),
    "compatible",
    "breaking",
  ],
  [
    "required attribute added",
    typed("object({ a = string })"),
    typed("object({ a = string, b = string })"),
    "breaking",
    "breaking",
  ],
  [
    "attribute made optional",
    typed("object({ a = string })"),
    typed('object({ a = optional(string, "x") })'),
    "compatible",
    "breaking",
  ],
  [
    "default of an attribute",
    typed("object({ a = optional(number, 1) })"),
    typed("object({ a = optional(number, 2) })"),
    "unknown",
    "unknown",
  ],
  [
    "attribute of a nested type",
    typed("map(object({ a = list(string) }))"),
    typed("map(object({ a = list(number) }))"),
    "breaking",
    "compatible",
  ],
  ["object to map", typed("object({ a = string, b = number })"), typed("map(string)"), "compatible", "breaking"],
  [
    "attributes in another order",
    typed("object({ a = string, b = bool })"),
    typed("object({\n b = bool\n a = string\n })"),
    "none",
    "none",
  ],
  ["null refused, without default", v("type = string"), v("type = string; nullable = false"), "breaking", "unknown"],
  ["sensitive", v("default = 1"), v("default = 1; sensitive = true"), "unknown", "compatible"],
  [
    "validation added",
    v("type = string"),
    v('type = string; validation {; condition = length(var.x) > 3; error_message = "m"; }'),
    "breaking",
    "compatible",
  ],
  [
    "validation allows less",
    v('validation {; condition = contains(["a", "b"], var.x); error_message = "m"; }'),
    v('validation {; condition = contains(["a"], var.x); error_message = "n"; }'),
    "breaking",
    "compatible",
  ],
  [
    "message of a validation",
    v('validation {; condition = var.x != ""; error_message = "m"; }'),
    v('validation {; condition = var.x != ""; error_message = "n"; }'),
    "none",
    "none",
  ],
];

const REST: readonly Pair[] = [
  ["output removed", o("value = 1"), "", "breaking", "compatible"],
  ["output of other resources", o("value = aws_vpc.a.id"), o("value = aws_vpc.b.id"), "none", "none"],
  ["output a list", o('value = "a"'), o('value = ["a"]'), "breaking", "breaking"],
  ["output of every instance", o("value = aws_vpc.a[*].id"), o("value = merge(var.a, var.b)"), "breaking", "breaking"],
  ["output made sensitive", o("value = 1"), o("value = 1; sensitive = true"), "breaking", "compatible"],
  [
    "newer Terraform",
    needs('required_version = ">= 1.0"'),
    needs('required_version = ">= 1.3"'),
    "breaking",
    "compatible",
  ],
  [
    "Terraform asked for",
    o("value = 1"),
    o("value = 1") + needs('required_version = ">= 1.3"'),
    "breaking",
    "compatible",
  ],
  [
    "version written otherwise",
    needs('required_version = ">= 1.0"'),
    needs('required_version = ">=1.0.0"'),
    "compatible",
    "compatible",
  ],
  ["provider of a higher major version", aws(">= 4.0"), aws(">= 5.0"), "breaking", "compatible"],
  ["provider raised within its major version", aws(">= 5.1"), aws(">= 5.30"), "unknown", "compatible"],
  ["provider of two major versions", aws("~> 4.0"), aws(">= 4.0, < 6.0"), "compatible", "breaking"],
  [
    "provider of another source",
    aws(">= 4.0"),
    aws(">= 4.0").replace("hashicorp/aws", "acme/aws"),
    "breaking",
    "breaking",
  ],
  ["provider needed", "", aws(">= 4.0"), "unknown", "compatible"],
  [
    "aliases to be passed",
    needs('required_providers {\n aws = {\n source = "hashicorp/aws"\n }\n}'),
    needs('required_providers {\n aws = {\n source = "hashicorp/aws"\n configuration_aliases = [aws.east]\n }\n}'),
    "breaking",
    "breaking",
  ],
  [
    "resources alone",
    'resource "aws_vpc" "a" {}',
    'resource "aws_vpc" "b" {\n tags = { a = "${var.x}" }\n}',
    "none",
    "none",
  ],
  [
    "condition of an output",
    'output "a" {\n value = 1\n}',
    'output "a" {\n value = 1\n precondition {\n condition = var.x\n error_message = "e"\n }\n}',
    "unknown",
    "unknown",
  ],
];

describe("terraform", () => {
  testPairs(terraform, "variables.tf", [...VARIABLES, ...REST]);

  test("elements have a type, a description and a line", () => {
    const text =
      '# the name\nvariable "name" {\n  type = string # of it\n  default = <<-EOT\n    a "b" ${"{"}\n  EOT\n  description = "What it is called."\n}\noutput "id" { value = local.id }\n';
    const found = elementsIn(terraform, text, "main.tf").map(({ id, signature, doc, evidence }) => [
      id,
      signature,
      doc,
      evidence.line,
    ]);
    expect(found[2]).toEqual([
      "variable name",
      String.raw`name: string = <<-EOT
    a "b" ${"$"}{"{"}
  EOT`,
      "What it is called.",
      2,
    ]);
    expect(found[1]).toEqual(["output id", "output id", undefined, 9]);
  });

  test("a module that is new asks nothing of anybody", () => {
    const young = elementsIn(terraform, v("type = string"), "main.tf");
    expect(terraform.compare([], young).map((one) => one.class)).toEqual(["compatible", "compatible"]);
    expect(terraform.compare(young, []).map((one) => one.rule)).toEqual(["terraform/module-removed"]);
  });

  test("files of one module are one interface, in any order", () => {
    const one = elementsIn(terraform, { "a.tf": v("default = 1"), "b.tf": o("value = 1") }, "");
    const other = elementsIn(terraform, { "z.tf": `${o("value = 1")}\n\n${v("default = 1 # note")}` }, "");
    expect(terraform.compare(one, other)).toEqual([]);
  });

  test("what can't be read is a problem with its line", () => {
    expect(
      extractFrom(terraform, 'variable "x" {\n  ]\n}\noutput "y" {\n', "a.tf").problems.map(({ line }) => line),
    ).toEqual([2, 4]);
  });

  test("hostile text ends", () => {
    for (const piece of ["{", "a {", "[", "(", '"${', "<<A\n", "a = ", "object({ a = ", 'variable "x" { type = list('])
      expect(() => extractFrom(terraform, piece.repeat(20_000), "a.tf")).not.toThrow();
  });
});

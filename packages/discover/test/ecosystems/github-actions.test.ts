import { expect, test } from "vitest";
import { consumesOf, discover, providesOf, unitAt, unitsOf } from "./discover.ts";

const CI = `name: CI
on: [push]
jobs:
  test:
    steps:
      - uses: actions/checkout@v4
      - uses: ./.github/actions/setup
      - uses: docker://alpine:3
      - run: echo
  call:
    uses: acme/workflows/.github/workflows/Release.yml@main
`;

const RELEASE = `on:
  workflow_call:
    inputs: {}
jobs:
  publish:
    steps:
      - uses: Actions/Setup-Node@v4
`;

test("actions and reusable workflows are units, all other workflows are one", async () => {
  const found = await discover({
    "action.yml": "name: Shop\ndescription: Sells\nauthor: Ann\nruns:\n  using: node20\n",
    ".github/actions/setup/action.yaml": "runs:\n  using: composite\n  steps:\n    - uses: actions/cache/restore@v4\n",
    ".github/workflows/ci.yml": CI,
    ".github/workflows/release.yml": RELEASE,
    "docs/action.yml": "title: not an action\n",
  });
  expect(unitsOf(found)).toEqual([
    ". folder source shop",
    ". action source Shop",
    ".github/actions/setup action source setup",
    ".github/workflows workflow source release",
    ".github/workflows workflow source workflows",
  ]);
  expect(providesOf(unitAt(found, "", "github-actions"))).toEqual(["pkg:githubactions/acme/shop"]);
  expect(providesOf(unitAt(found, ".github/actions/setup"))).toEqual([
    "pkg:githubactions/acme/shop/.github/actions/setup",
  ]);
  expect(consumesOf(unitAt(found, ".github/actions/setup"))).toEqual([
    "pkg:githubactions/actions/cache/restore runtime v4 @4",
  ]);
  const [release, own] = found.units.filter(({ kind }) => kind === "workflow");
  expect(release && providesOf(release)).toEqual(["pkg:githubactions/acme/shop/.github/workflows/release.yml"]);
  expect(release && consumesOf(release)).toEqual(["pkg:githubactions/actions/setup-node build v4 @7"]);
  expect(own?.published).toBe(false);
  expect(own && consumesOf(own)).toEqual([
    "pkg:docker/library/alpine development 3 @8",
    "pkg:githubactions/acme/shop/.github/actions/setup development @7",
    "pkg:githubactions/acme/workflows/.github/workflows/Release.yml development main @11",
    "pkg:githubactions/actions/checkout development v4 @6",
  ]);
});

test("where the repository's address is not known, its actions are known by their place", async () => {
  const found = await discover({ "action.yml": "runs:\n  using: node20\n" }, "shop");
  expect(providesOf(unitAt(found, "", "github-actions"))).toEqual(["unit:shop"]);
});

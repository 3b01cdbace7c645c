import { expect, test } from "vitest";
import {
  factsWithReleases,
  type ProductFacts,
  type Release,
  type RepositoryFacts,
  shareReleases,
} from "../src/index.ts";

const release = (tag: string, day: number): Release => ({
  version: tag.replace(/^.*v/, ""),
  tag,
  commit: tag.padEnd(40, "0"),
  releasedAt: `2026-01-0${day}T00:00:00.000Z`,
});
const [first, second, own] = [release("v1.0.0", 1), release("v1.1.0", 3), release("core-v2.0.0", 2)];
const repository = { repository: "acme/main" } as RepositoryFacts;
const facts = (product: string, releases: Release[]) => ({ product, releases, releaseCount: releases.length });
const PRODUCTS = [facts("app", [second, first]), facts("core", [own]), facts("new", [])] as ProductFacts[];

test("what a tag is stands once, and products have their releases back by it", () => {
  const shared = shareReleases(repository, PRODUCTS);
  expect(shared.repository.releases).toEqual([second, own, first]);
  expect(shared.products.map(({ releases, tags }) => [releases, tags?.names])).toEqual([
    [[], ["v1.1.0", "v1.0.0"]],
    [[], ["core-v2.0.0"]],
    [[], undefined],
  ]);
  expect(factsWithReleases({ productFacts: shared.products, repositoryFacts: [shared.repository] })).toEqual(PRODUCTS);
});

test("a snapshot of before is read as it was, and tags of a repository that is not there say nothing", () => {
  expect(factsWithReleases({ productFacts: PRODUCTS, repositoryFacts: [repository] })).toEqual(PRODUCTS);
  const { products } = shareReleases(repository, PRODUCTS);
  expect(factsWithReleases({ productFacts: products })).toMatchObject([{ releases: [] }, { releases: [] }, {}]);
});

import { expect, test } from "vitest";
import { smallSnapshot } from "../small-snapshot.ts";
import { makePortfolio, type TestPortfolio } from "./portfolio.ts";

async function missionStated(portfolio: TestPortfolio): Promise<unknown> {
  const answer = await portfolio.ask({ url: "/api/v1/products/prd_api/assessment" });
  expect(answer.statusCode).toBe(200);
  const { characteristics } = answer.json().assessment as {
    readonly characteristics: readonly {
      readonly checks: readonly { readonly check: string; readonly result: string }[];
    }[];
  };
  return characteristics.flatMap(({ checks }) => checks).find(({ check }) => check === "well-defined/mission-stated")
    ?.result;
}

test("what is judged of a product follows the newest snapshot, without the server being started again", async () => {
  await using portfolio = await makePortfolio();
  expect(await missionStated(portfolio)).toBe("failed");
  const before = smallSnapshot();
  const mission = { value: "Answers who asks.", provenance: "declared", confidence: 1, evidence: [] } as const;
  const products = before.products.map((product) => (product.id === "prd_api" ? { ...product, mission } : product));
  const pushed = await portfolio.ask({
    method: "POST",
    url: "/api/v1/snapshots",
    payload: { ...before, createdAt: "2026-11-23T09:00:00Z", products },
  });
  expect(pushed.statusCode).toBe(201);
  expect(await missionStated(portfolio)).toBe("passed");
});

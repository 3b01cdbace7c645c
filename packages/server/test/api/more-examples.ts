/** What the small snapshot has none of: a circle, an edit that a charter contradicts, assessments, subscriptions. */
import { assessSome } from "../../src/api/assessing/assessing.ts";
import { ringSnapshot } from "../small-snapshot.ts";
import type { TestPortfolio } from "./portfolio.ts";

export async function addMore(portfolio: TestPortfolio): Promise<void> {
  await portfolio.ask({ method: "POST", url: "/api/v1/snapshots", payload: { ...ringSnapshot() } });
  const acme = await portfolio.store.forOrganisation("acme");
  await acme.correct({ actor: "ann", kind: "person" }, { kind: "edit", product: "prd_left", mission: "Goes right" });
  // Of whoever asks for the other organisation too: subscriptions are found by account.
  for (const organisation of ["acme", "other"]) {
    const user = portfolio.userOf(organisation);
    await acme.subscriptions.begin({ user, product: "prd_left", email: "ann@acme.example", mode: "daily" });
  }
  while (await assessSome(portfolio.store, undefined));
}

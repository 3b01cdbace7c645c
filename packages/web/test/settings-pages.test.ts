/** What an administrator does in settings, inbox and history: the main action of each page. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { keptPages, PASSWORD } from "./kept-pages.ts";
import { acmeSnapshot } from "./fixture.ts";
import { audit } from "./opened-pages.ts";
import { poisoned, SCRIPT } from "./stored-script.ts";

const { address, setup, open, forgetSession, takeComplaints } = keptPages("on");

async function inside(page: Page): Promise<Page> {
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
  return page;
}

async function join(page: Page, name: string, email?: string): Promise<void> {
  await page.getByLabel("Name").fill(name);
  if (email !== undefined) await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").first().fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByRole("link", { name }).waitFor();
  // The list of products is not served by a store yet, which is where one arrives.
  takeComplaints();
}

beforeAll(async () => {
  const page = await open("ann", setup());
  await join(page, "Ann Ekberg", "ann@acme.example");
  await page.close();
  takeComplaints();
}, 60_000);

/** Slow machines: the browser shares two cores with whatever else is tested. */
const SLOW = { timeout: 60_000 };

describe("profile", () => {
  it("shows where one is signed in, and changes the name", SLOW, async () => {
    const page = await inside(await open("ann", "/settings/profile"));
    await page.getByRole("list", { name: "Sessions" }).getByText("this one").waitFor();
    await page.getByRole("textbox", { name: "Name" }).fill("Ann E.");
    await page.getByRole("button", { name: "Change the name" }).click();
    await page.getByText("Your name is changed").waitFor();
    await page.getByRole("link", { name: "Ann E." }).waitFor();
    expect(await audit(page)).toEqual([]);
  });
});

describe("tokens", () => {
  it("are made with scopes, shown once, and revoked after a question", SLOW, async () => {
    const page = await inside(await open("ann", "/settings/tokens"));
    await page.getByText("No tokens yet").waitFor();
    await page.getByRole("button", { name: "New token" }).click();
    await page.getByLabel("What it is for").fill("CI");
    await page.getByLabel("Ingest").check();
    expect(await audit(page)).toEqual([]);
    await page.getByRole("button", { name: "Make the token" }).click();
    await page.getByText(/^fht_/).waitFor();
    await page.getByRole("button", { name: "I have it" }).click();
    const list = page.getByRole("list", { name: "Tokens" });
    await list.getByText("never used").waitFor();
    expect(await page.getByText(/^fht_/).count()).toBe(0);
    await list.getByRole("button", { name: "Revoke CI" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await list.getByText("revoked").waitFor();
  });
});

describe("members", () => {
  it(
    "are invited by a link, join by it, and get another role; what they may not do says whom to ask",
    SLOW,
    async () => {
      const page = await inside(await open("ann", "/settings/members"));
      await page.getByRole("button", { name: "Invite somebody" }).click();
      await page.getByLabel("E-mail").fill("bob@acme.example");
      await page.getByLabel("Role", { exact: true }).selectOption("viewer");
      await page.getByRole("button", { name: "Make the link" }).click();
      const link = await page.getByText(/\/join#fhi_/).textContent();
      await page.getByRole("button", { name: "I have it" }).click();
      await page.getByRole("list", { name: "Invitations" }).getByText("bob@acme.example").waitFor();

      const bobs = await open("bob", new URL(link ?? "").pathname + new URL(link ?? "").hash);
      await bobs.getByText("You were invited as viewer").waitFor();
      await join(bobs, "Bob");
      await bobs.goto(`${new URL(bobs.url()).origin}/settings/webhooks`);
      await bobs.getByText("You may not do this").waitFor();
      await bobs.getByText("ann@acme.example").waitFor();

      await page.reload();
      await page.getByLabel("Role of Bob").selectOption("contributor");
      await page.getByText("Bob is contributor now").waitFor();
      expect(await audit(page)).toEqual([]);
      // The page that Bob arrived at, which a store does not serve yet.
      takeComplaints();
    },
  );
});

describe("webhooks", () => {
  it("are made with a secret that is shown once, tested, and say why nothing arrived", SLOW, async () => {
    const page = await inside(await open("ann", "/settings/webhooks"));
    await page.getByRole("button", { name: "New webhook" }).click();
    await page.getByLabel("Address").fill("https://127.0.0.1/in");
    await page.getByRole("button", { name: "Make the webhook" }).click();
    await page.getByText(/^whsec_/).waitFor();
    await page.getByRole("button", { name: "I have it" }).click();
    await page.getByRole("button", { name: "Send a test to https://127.0.0.1/in" }).click();
    await page.getByText("is no public address").waitFor();
    await page.getByRole("list", { name: "Webhooks" }).getByText("Deliveries").click();
    await page.getByText("Nothing was sent yet").waitFor();
    expect(await audit(page)).toEqual([]);
  });
});

describe("sources", () => {
  it("say what to do where there are none", SLOW, async () => {
    const page = await inside(await open("ann", "/settings/sources"));
    await page.getByText("No sources yet").waitFor();
    await page.getByRole("button", { name: "Add a source" }).click();
    await page.getByRole("textbox", { name: "Address", exact: true }).waitFor();
    expect(await audit(page)).toEqual([]);
  });

  it("take patterns and all that the API takes, and are changed", SLOW, async () => {
    const page = await inside(await open("ann", "/settings/sources"));
    await page.getByRole("button", { name: "Add a source" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("What it is").selectOption("git");
    await dialog.getByRole("textbox", { name: "Address", exact: true }).fill("https://127.0.0.1:9/acme/lamp.git");
    await dialog.getByLabel("Read by").selectOption("token");
    await dialog.getByLabel("Where the secret is").selectOption("environment");
    await dialog.getByLabel("Name of the variable").fill("HOME");
    await dialog.getByText("Which repositories, and when").click();
    await dialog.getByLabel("Only these repositories").fill("lamp-*\nbulb");
    await dialog.getByLabel("Not these").fill("*-old");
    await dialog.getByLabel("Forks too").check();
    await dialog.getByLabel("Look by schedule").uncheck();
    await dialog.getByLabel("Commits of history").fill("500");
    await dialog.getByRole("button", { name: "Add the source" }).click();
    await dialog.getByText("FREEHOLD_CREDENTIAL_").last().waitFor();
    for (const complaint of takeComplaints()) expect(complaint).toContain("400");
    await dialog.getByLabel("Name of the variable").fill("FREEHOLD_CREDENTIAL_LAMP");
    expect(await audit(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Add the source" }).click();
    const list = page.getByRole("list", { name: "Sources" });
    await list.getByText("off", { exact: true }).waitFor();
    await list.getByRole("button", { name: /^Change / }).click();
    expect(await dialog.getByLabel("Only these repositories").inputValue()).toBe("lamp-*\nbulb");
    expect(await dialog.getByLabel("Not these").inputValue()).toBe("*-old");
    expect(await dialog.getByLabel("Commits of history").inputValue()).toBe("500");
    expect(await dialog.getByLabel("Forks too").isChecked()).toBe(true);
    await dialog.getByText("As it was: A token (environment FREEHOLD_CREDENTIAL_LAMP)").waitFor({ state: "attached" });
    await dialog.getByLabel("Only these repositories").fill("");
    await dialog.getByRole("button", { name: "Keep" }).click();
    await dialog.waitFor({ state: "detached" });
    await list.getByRole("button", { name: /^Change / }).click();
    expect(await dialog.getByLabel("Only these repositories").inputValue()).toBe("");
    expect(await audit(page)).toEqual([]);
  });
});

describe("inbox and history", () => {
  it("a candidate is accepted in a click, which can be taken back; the history tells both", SLOW, async () => {
    const page = await inside(await open("ann", "/inbox"));
    const list = page.getByRole("list", { name: "Candidates" });
    const first = list.getByRole("listitem").first();
    const name = (await first.getByRole("link").first().textContent()) ?? "";
    await page.getByRole("button", { name: `Accept ${name}`, exact: true }).click();
    await page.getByText(`${name} is a product`).waitFor();
    await page.getByRole("button", { name: `Accept ${name}`, exact: true }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back: what the repositories say").waitFor();
    await page.getByRole("button", { name: `Accept ${name}`, exact: true }).waitFor();
    expect(await audit(page)).toEqual([]);
    await page.getByRole("link", { name: "History" }).click();
    await page.getByRole("list", { name: "Changes" }).getByText("ann@acme.example").first().waitFor();
    await page.getByRole("list", { name: "Changes" }).getByRole("link", { name, exact: true }).first().waitFor();
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("placeholder"))).toBe("Product");
    expect(await page.locator(".search kbd").count()).toBe(1);
    expect(await audit(page)).toEqual([]);
  });

  it("a product is renamed; who is late sees what the other one changed", SLOW, async () => {
    const page = await inside(await open("ann", "/inbox"));
    const list = page.getByRole("list", { name: "Candidates" });
    // Which row is the first to offer it differs: each asks for itself what one may do.
    const about =
      (await list
        .getByText(/^Decide otherwise/)
        .first()
        .textContent()) ?? "";
    await list.getByText(about, { exact: true }).click();
    await list.getByRole("button", { name: "Rename" }).click();
    await page.getByRole("dialog").getByLabel("Name").waitFor();
    const other = await inside(await open("ann", "/inbox"));
    const others = other.getByRole("list", { name: "Candidates" });
    await others.getByText(about, { exact: true }).click();
    await others.getByRole("button", { name: "Rename" }).click();
    await other.getByRole("dialog").getByLabel("Name").fill("Renamed by the other");
    await other.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
    await other.getByText("is called Renamed by the other now").waitFor();
    await page.bringToFront();
    await page.getByText("Somebody changed this product while you were here").waitFor();
    await page.getByText(/Name: .* → Renamed by the other/).waitFor();
    expect(await audit(page)).toEqual([]);
    await page.getByRole("button", { name: "I have seen it; go on with mine" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Renamed by me");
    await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
    await page.getByText("is called Renamed by me now").waitFor();
  });
});

describe("a session that ended", () => {
  it("is taken up again over the page, and one is where one was", SLOW, async () => {
    const page = await inside(await open("ann", "/settings/tokens"));
    await page.getByRole("list", { name: "Tokens" }).waitFor();
    await forgetSession("ann");
    await page.getByRole("link", { name: "History" }).click();
    const dialog = page.getByRole("dialog", { name: "Your session ended" });
    await dialog.waitFor();
    expect(await dialog.getByLabel("E-mail").inputValue()).toBe("ann@acme.example");
    expect(await audit(page)).toEqual([]);
    await dialog.getByLabel("Password").first().fill(PASSWORD);
    await dialog.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("list", { name: "Changes" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/history");
    for (const complaint of takeComplaints()) expect(complaint).toContain("401");
  });
});

describe("dark, and small", () => {
  it.each(["profile", "tokens", "members", "webhooks"])("%s has no serious fault", SLOW, async (part) => {
    const page = await inside(await open("ann", `/settings/${part}`, { colours: "dark" }));
    await page.getByRole("navigation", { name: "Parts of the settings" }).waitFor();
    expect(await audit(page, ["color-contrast"])).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

describe("script in every text that anybody may write", () => {
  const bodies: readonly (readonly [path: string, body: object])[] = [
    ["snapshots", poisoned(acmeSnapshot()) as object],
    ["tokens", { name: SCRIPT, scopes: ["read"] }],
    ["webhooks", { url: `https://hook.example/${SCRIPT}`, events: ["product.*"] }],
    ["sources", { kind: "git", url: `https://git.example.org/${SCRIPT.replaceAll(" ", "/")}` }],
    ["groups", { id: `@acme/${SCRIPT}`, name: SCRIPT, members: [SCRIPT] }],
    ["products/{slug}/corrections", { kind: "edit", mission: SCRIPT }],
    ["products/{slug}/corrections", { kind: "rename", name: `renamed ${SCRIPT}` }],
    ["products/{slug}/corrections", { kind: "claim", owner: { kind: "group", id: SCRIPT, name: SCRIPT } }],
  ];

  it("is shown on every page as the words that it is", { timeout: 120_000 }, async () => {
    const page = await inside(await open("ann", "/settings/profile"));
    let slug = "";
    for (const [path, body] of bodies) {
      const url = `/api/v1/${path.replace("{slug}", encodeURIComponent(slug))}`;
      const { status, said } = await page.evaluate(
        async ([to, text]) => {
          const headers = { "content-type": "application/json" };
          const response = await fetch(to, { method: "POST", headers, body: text });
          return { status: response.status, said: await response.text() };
        },
        [url, JSON.stringify(body)] as const,
      );
      expect([path, status], said).toEqual([path, 201]);
      if (path !== "snapshots") continue;
      const products = await page.evaluate(async () => await (await fetch("/api/v1/products?limit=100")).text());
      const { items } = JSON.parse(products) as { items: { slug: string; name: string }[] };
      slug = items.find(({ name }) => name.startsWith("queue") && name.includes("data-stored"))?.slug ?? "";
    }
    await page.getByRole("textbox", { name: "Name" }).fill(SCRIPT);
    await page.getByRole("button", { name: "Change the name" }).click();
    await page.getByText("Your name is changed").waitFor();

    const first = ["overview", "characteristics", "next", "drift", "interface", "dependents"];
    const tabs = [...first, "dependencies", "provides", "units", "findings", "corrections"];
    const paths = [
      "/products",
      ...tabs.map((tab) => `/products/${encodeURIComponent(slug)}?tab=${tab}`),
      "/map",
      "/plane",
      "/people",
      "/findings",
      "/history",
      "/inbox",
      "/settings/profile",
      "/settings/tokens",
      "/settings/members",
      "/settings/webhooks",
      "/settings/sources",
    ];
    for (const path of paths) {
      await page.goto(address() + path);
      await page.getByText("data-stored").first().waitFor({ state: "attached" });
      const found = await page.evaluate(() => ({
        ran: "ran" in window,
        made: document.querySelectorAll("[data-stored]").length,
        links: [...document.querySelectorAll("a")].filter(({ protocol }) => !/^(?:https?|mailto):$/.test(protocol))
          .length,
      }));
      expect([path, found]).toEqual([path, { ran: false, made: 0, links: 0 }]);
    }
  });
});

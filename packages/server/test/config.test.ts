import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfiguration, type Sources } from "../src/config/configuration.ts";
import { environmentName, SETTING_KEYS } from "../src/config/settings.ts";
import { shownSettings } from "../src/config/shown.ts";

function settings(sources: Sources) {
  const read = readConfiguration(sources);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.configuration;
}

function problems(sources: Sources) {
  const read = readConfiguration(sources);
  return "problems" in read ? read.problems : [];
}

function file(text: string) {
  return { file: { path: "freehold.config.yaml", text } };
}

describe("settings", () => {
  it("has defaults that need nothing", () => {
    expect(settings({}).settings).toMatchObject({
      host: "127.0.0.1",
      port: 4000,
      accounts: "auto",
      "webhooks.allow": [],
    });
  });

  it("takes flags before the environment, and the environment before the file", () => {
    const { settings: effective, places } = settings({
      ...file("port: 1001\nhost: localhost\nlog:\n  level: debug\n"),
      environment: { FREEHOLD_PORT: "1002", FREEHOLD_HOST: "" },
      flags: { port: 1003, host: undefined },
    });
    expect(effective).toMatchObject({ port: 1003, host: "localhost", "log.level": "debug" });
    expect(places.port).toEqual({ from: "flag", name: "--port" });
    expect(places.host.name).toBe("freehold.config.yaml:2:1");
    expect(places["log.level"].name).toBe("freehold.config.yaml:4:3");
  });

  it("reads lists from the environment too", () => {
    const environment = { FREEHOLD_WEBHOOKS_ALLOW: "10.0.0.0/8, fd00::/8" };
    expect(settings({ environment }).settings["webhooks.allow"]).toEqual(["10.0.0.0/8", "fd00::/8"]);
  });

  it("gives every setting its own name in the environment", () => {
    expect(environmentName("signIn.github.clientId")).toBe("FREEHOLD_SIGN_IN_GITHUB_CLIENT_ID");
    expect(new Set(SETTING_KEYS.map(environmentName)).size).toBe(SETTING_KEYS.length);
  });

  it("has every setting in the documentation", () => {
    const text = readFileSync(new URL("../../../docs/operation.md", import.meta.url), "utf8");
    expect(SETTING_KEYS.filter((key) => !text.includes(`| \`${key}\` | \`${environmentName(key)}\` |`))).toEqual([]);
  });

  it("shows where each value comes from, and no secret", () => {
    const configuration = settings({
      ...file(`signIn: { github: { clientId: app, clientSecret: hush-hush } }`),
      environment: {
        FREEHOLD_DATABASE: "postgres://freehold:hush@db/freehold",
        FREEHOLD_SECRET: "hush".repeat(10),
        FREEHOLD_METRICS_TOKEN: "hush".repeat(10),
      },
    });
    const shown = shownSettings(configuration);
    expect(JSON.stringify(shown)).not.toContain("hush");
    expect(shown.find(({ key }) => key === "database")).toMatchObject({
      value: "postgres://freehold:hidden@db/freehold",
      from: "FREEHOLD_DATABASE",
    });
  });
});

describe("what is wrong is said with its place", () => {
  it.each([
    ["port: seventy", "config/invalid", 1, 'port (freehold.config.yaml:1:1) can\'t be "seventy"'],
    ["\nports: 80", "config/unknown-setting", 2, 'there is no setting "ports"'],
    ["log:\n  levle: info", "config/unknown-setting", 2, 'there is no setting "log.levle"'],
    ["port: [", "config/invalid-yaml", 1, "Flow sequence"],
    ["port: 1\nport: 2", "config/invalid-yaml", 2, "unique"],
    ["just words", "config/invalid", undefined, "holds no settings"],
    ["secret: short", "config/invalid", 1, "32 characters"],
    ["webhooks.allow: [10.0.0.1]", "config/invalid", 1, "range of addresses"],
    ["host: 0.0.0.0\naccounts: off", "config/needs-accounts", 1, "could do everything"],
    ["host: 0.0.0.0", "config/needs-public-url", undefined, "publicUrl"],
    ["signIn.github.clientId: app", "config/incomplete", 1, "of no use without signIn.github.clientSecret"],
    ["mail.smtp: smtp://mail", "config/incomplete", 1, "of no use without mail.from, publicUrl"],
    ["host: { name: x }", "config/invalid", 1, "host"],
  ])("%j", (text, code, line, words) => {
    const found = problems(file(text));
    expect(found[0]).toMatchObject({ code, ...(line === undefined ? {} : { line }) });
    expect(found[0]?.message).toContain(words);
  });

  it("takes the public address without mail, and mail with it", () => {
    const publicUrl = "https://freehold.example.org";
    expect(problems({ flags: { host: "0.0.0.0", publicUrl } })).toEqual([]);
    const mail = { "mail.smtp": "smtp://mail", "mail.from": "freehold@example.org" };
    expect(problems({ flags: { host: "0.0.0.0", publicUrl, ...mail } })).toEqual([]);
  });

  it("proposes the setting that was meant", () => {
    expect(problems(file("prot: 1"))[0]?.hint).toContain('"port"');
  });

  it("never repeats a secret that does not fit", () => {
    expect(JSON.stringify(problems({ environment: { FREEHOLD_SECRET: "hush" } }))).not.toContain("hush");
  });

  it("lets nobody listen to the world without accounts", () => {
    for (const host of ["0.0.0.0", "::", "192.168.1.2", "freehold.example.org", "127.0.0.1.example.org"]) {
      expect(problems({ flags: { host, accounts: "off" } })[0]?.code).toBe("config/needs-accounts");
    }
    for (const host of ["127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost", "::ffff:127.0.0.1"]) {
      expect(problems({ flags: { host, accounts: "off" } })).toEqual([]);
    }
  });
});

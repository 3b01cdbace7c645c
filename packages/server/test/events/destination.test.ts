import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { findDestination, mayReach } from "../../src/events/destination.ts";
import { post } from "../../src/events/post.ts";

describe("addresses that webhooks never reach", () => {
  it.each([
    "127.0.0.1",
    "127.255.0.9",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fd00::1",
    "ff02::1",
    "::127.0.0.1",
    "::7f00:1",
    "::ffff:0:7f00:1",
    "fec0::1",
    "2001::1",
    "64:ff9b:1::7f00:1",
    "168.63.129.16",
    "0x7f.1",
    "2130706433",
    "0177.0.0.1",
    "127.1",
    "fe80::1%eth0",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:a9fe:a9fe",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
    "not an address",
  ])("%s", (address) => {
    expect(mayReach(address, [])).toBe(false);
  });

  it.each(["93.184.215.14", "2606:2800:21f:cb07::1", "::ffff:93.184.215.14"])("but %s", (address) => {
    expect(mayReach(address, [])).toBe(true);
  });

  it("unless the administrator of the server allows their range, in its own family", () => {
    expect(mayReach("10.1.2.3", ["10.0.0.0/8"])).toBe(true);

    expect(mayReach("192.168.0.1", ["10.0.0.0/8"])).toBe(false);
    expect(mayReach("fd00::1", ["10.0.0.0/8"])).toBe(false);
    expect(mayReach("::ffff:10.1.2.3", ["10.0.0.0/8"])).toBe(true);
  });
});

describe("a destination", () => {
  const options = { allow: [], resolve: async () => [{ address: "93.184.215.14", family: 4 }] };

  it("is resolved once and kept", async () => {
    let asked = 0;
    const resolve = async () => [{ address: asked++ === 0 ? "93.184.215.14" : "127.0.0.1", family: 4 }];
    expect(await findDestination("https://hook.example/a", { allow: [], resolve })).toMatchObject({
      address: "93.184.215.14",
      family: 4,
    });
    expect(asked).toBe(1);
  });

  it.each([
    ["https://127.0.0.1/", "no public address"],
    ["https://[::1]/", "no public address"],
    ["https://2130706433/", "no public address"],
    ["https://0x7f.1/", "no public address"],
    ["https://0177.0.0.1/", "no public address"],
    ["https://127%2e0.0.1/", "no public address"],
    ["https://１２７.0.0.1/", "no public address"],
    ["https://[::ffff:127.0.0.1]/", "no public address"],
    ["https://[::127.0.0.1]/", "no public address"],
    ["gopher://hook.example/", "not http or https"],
    ["http://hook.example/", "use https"],
    ["ftp://hook.example/", "not http or https"],
    ["file:///etc/passwd", "not http or https"],
    ["https://user:password@hook.example/", "user name"],
    ["hook.example", "is no address"],
  ])("%s is refused", async (url, words) => {
    await expect(findDestination(url, options)).rejects.toThrow(words);
  });

  it("is refused where one of several addresses is private, or the name is unknown", async () => {
    await expect(findDestination("https://hook.example", { allow: [], resolve: mixed })).rejects.toThrow("10.0.0.1");
    await expect(findDestination("https://hook.example", { allow: [], resolve: unknown })).rejects.toThrow("resolved");
  });
});

describe("a name that leads elsewhere once it was judged", () => {
  it("is connected to at the address that was judged, and refused when it is asked again", async () => {
    const got: string[] = [];
    const listen = async (address: string, port: number) => {
      const server = createServer((_request, response) => {
        got.push(address);
        response.writeHead(204).end();
      });
      await new Promise<void>((done) => server.listen(port, address, done));
      return server;
    };
    const allowed = await listen("127.0.0.2", 0);
    const { port } = allowed.address() as AddressInfo;
    const secret = await listen("127.0.0.1", port);
    const answers = ["127.0.0.2", "127.0.0.1"];
    const resolve = async () => [{ address: answers.shift() ?? "127.0.0.1", family: 4 }];
    const options = { allow: ["127.0.0.2/32"], resolve };
    const url = `http://hook.invalid:${port}/`;
    const destination = await findDestination(url, options);
    expect(await post(destination, "{}", {}, 5000)).toEqual({ status: 204 });
    expect(await post(destination, "{}", {}, 5000)).toEqual({ status: 204 });
    await expect(findDestination(url, options)).rejects.toThrow("127.0.0.1, which is no public address");
    expect(got).toEqual(["127.0.0.2", "127.0.0.2"]);
    for (const server of [allowed, secret]) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  });
});

async function mixed() {
  return [
    { address: "93.184.215.14", family: 4 },
    { address: "10.0.0.1", family: 4 },
  ];
}

async function unknown() {
  return await Promise.reject(new Error("ENOTFOUND"));
}

import { expect, it } from "vitest";
import { startServer } from "../src/start.ts";
import { smallSnapshot } from "./small-snapshot.ts";

it("listens on this machine only, on any free port", async () => {
  const server = await startServer({ snapshot: smallSnapshot(), webRoot: "" });
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const response = await fetch(`${server.address}/api/v1/summary`);
  expect(await response.json()).toMatchObject({ products: 3 });
  await server.close();
});

it("says what to do where the port is in use", async () => {
  const server = await startServer({ snapshot: smallSnapshot(), webRoot: "" });
  const port = Number(new URL(server.address).port);
  await expect(startServer({ snapshot: smallSnapshot(), webRoot: "", port })).rejects.toMatchObject({
    code: "server/port-in-use",
  });
  await server.close();
});

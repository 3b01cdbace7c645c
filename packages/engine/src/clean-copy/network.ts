/** Runs programs without network, where the system lets whoever we are do so. */
import { type Command, runBounded, type RunSettings } from "./run-bounded.ts";

export type Network =
  | { readonly off: true; readonly said: string; readonly without: (command: Command) => Command }
  | { readonly off: false; readonly said: string };

/**
 * A network namespace of its own with nothing in it but the loopback device, which tests use to talk to themselves.
 * The text is constant: what follows it are arguments.
 */
const ALONE = [
  "unshare",
  "--map-root-user",
  "--net",
  "sh",
  "-c",
  'ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null; exec "$@"',
  "sh",
] as const;

/** Says so itself over the loopback device; ends with 3 where something beyond it is reachable. */
const PROBE = `
const net = require("node:net"), os = require("node:os");
if (Object.values(os.networkInterfaces()).flat().some((one) => one && !one.internal)) process.exit(3);
const server = net.createServer((socket) => socket.end()).listen(0, "127.0.0.1", () =>
  net.connect(server.address().port, "127.0.0.1", () => process.exit(0)).on("error", () => process.exit(4)));
server.on("error", () => process.exit(4));
`;

const PROBE_TIME = 15_000;

/** Tries it once. Never rejects. */
export async function openNetwork(settings: Omit<RunSettings, "bounds">): Promise<Network> {
  if (process.platform !== "linux") return stillOn(`${process.platform} has no network namespaces`);
  const bounds = { milliseconds: PROBE_TIME, output: 64 * 1024 };
  const ran = await runBounded([...ALONE, process.execPath, "-e", PROBE], { ...settings, bounds });
  if (ran.code === 0)
    return { off: true, said: "network off but for the loopback device", without: (command) => [...ALONE, ...command] };
  if (ran.code === 3) return stillOn("a namespace of its own still reaches other machines");
  if (ran.code === 4) return stillOn("its loopback device could not be brought up; install iproute2");
  return stillOn(ran.tail.split("\n").at(-1) ?? "unshare failed");
}

function stillOn(why: string): Network {
  return { off: false, said: `network could not be switched off: ${why}` };
}

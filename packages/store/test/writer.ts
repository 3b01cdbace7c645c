/**
 * A process that writes, for tests that kill it or let two of them at one database:
 * `node writer.ts <where> <organisation> <repository> <rounds>`. After each ingest it prints its number.
 */
import { openStore } from "../src/index.ts";
import { ANN, bytesOf, part, snapshot } from "./snapshots.ts";

const [at = "", organisation = "", repository = "", rounds = "1"] = process.argv.slice(2);
const store = await openStore({ at });
const portfolio = await store.forOrganisation(organisation);
const short = repository.split("/").at(-1) ?? "";
const first = (await portfolio.snapshots()).items[0]?.revision ?? 0;

for (let round = first + 1; round <= first + Number(rounds); round++) {
  const parts = Array.from({ length: 40 }, (_, place) => {
    const uses = [`${short}-${(place + round) % 40}`, `${short}-0`];
    const own = part(`${short}-${place}`, { repository, uses, more: { name: `round ${round}` } });
    return { ...own, unit: { ...own.unit, version: `${round}.0.0` } };
  });
  await portfolio.ingest(ANN, bytesOf(snapshot(parts, { generator: { name: repository, version: String(round) } })));
  process.stdout.write(`${round}\n`);
}
await store.close();

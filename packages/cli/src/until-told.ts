/** Waits until the process is told to end, by ctrl+c or by whoever manages it; told once more, it ends at once. */
export async function untilTold(): Promise<void> {
  await new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
}

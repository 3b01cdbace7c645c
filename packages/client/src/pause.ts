/** Waiting, in browsers too. */

/** Ends early where the signal says so. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((done) => {
    const timer = setTimeout(done, milliseconds);
    const early = () => {
      clearTimeout(timer);
      done();
    };
    if (signal?.aborted === true) early();
    else signal?.addEventListener("abort", early, { once: true });
  });
}

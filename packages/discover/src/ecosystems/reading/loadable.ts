/** A large parser that is loaded when the first text asks for it: with all of them a program starts half a second later. */

export interface Loadable<T> {
  /** Once is enough. */
  readonly load: () => Promise<void>;
  /** Throws where it was not loaded, which is a defect of the caller. */
  readonly get: () => T;
}

export function loadable<T>(start: () => Promise<T>): Loadable<T> {
  let loading: Promise<T> | undefined;
  let loaded: { readonly value: T } | undefined;
  return {
    async load() {
      loading ??= start();
      loaded ??= { value: await loading };
    },
    get() {
      if (loaded === undefined) throw new Error("the parser was not loaded");
      return loaded.value;
    },
  };
}

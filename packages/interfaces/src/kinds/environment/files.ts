/** Files beside sources that say which variables there are. */
export const EXAMPLE =
  /(?:^|\/)(?:\.env\.(?:example|sample|template|dist|defaults?)|(?:example|sample|template)\.env|env\.(?:example|sample|template))$/;
export const SHELL = /(?:\.(?:sh|bash)|(?:^|\/)(?:docker-)?entrypoint[^/]*)$/;

/** What a scan is given of the environment: nothing that is a secret of the server. */
export function localEnvironmentOfScan(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !SECRET.test(name)));
}

const SECRET = /^(?:FREEHOLD|PG|GIT|SSH)_|PASSWORD|SECRET|TOKEN/i;

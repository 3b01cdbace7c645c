/**
 * What small documents have in common, by the words of the model: a document of 2 kB is packed a quarter to two
 * fifths smaller against it, in the same time. What stands last is found cheapest.
 *
 * Documents that are kept were packed against these very bytes: never change them. Another dictionary is another
 * format beside this one in `packed.ts`.
 */
const SHARED = [
  // Elements of interfaces
  `[{"id":"package","kind":"entry","name":"","signature":"interface ","stability":"stable","doc":"","evidence":{"rule":"typescript.export","path":"src/index.ts","line":1},"shape":"`,
  `"stability":"beta","stability":"internal","kind":"property","kind":"function","kind":"class","kind":"type","kind":"operation","kind":"field","signature":"readonly `,
  // Facts of products and repositories
  `{"product":"prd_","charter":{"id":"","name":"","kind":"component","mission":"","does":["","doesNot":["","stage":"alpha","serves":["","owners":["@"]},"charterLines":{"id":1,"name":2,"kind":3,"mission":4,"does":6,"doesNot":9,"stage":10,"serves":12,"owners":11},`,
  `"documents":[{"path":"README.md","role":"readme","bytes":,"words":,"title":{"text":"","line":1},"lead":{"text":"","line":3},"headings":[{"text":"","depth":1,"line":1},{"text":"Usage","depth":2,"line":`,
  `"code":[{"language":"sh","line":,"state":"unknown"}],"commands":[{"text":"npm install","line":,"links":[{"url":"https://github.com/","line":,"inner":0,"dead":[],"releases":[]}`,
  `"manifests":[{"unit":"#npm:","path":"package.json","scripts":{"build":"","test":"","license":"Apache-2.0","license":"MIT"}],"size":{"files":,"bytes":,"sourceFiles":,"sourceBytes":,"testFiles":0,"exampleFiles":0,"firstTest":"test/","languages":{"TypeScript":},"largest":[{"path":"src/","bytes":`,
  `"releases":[],"releaseCount":0,"history":{"commits":,"people":1,"firstCommit":"2020-01-01T00:00:00.000Z","lastCommit":"2026-01-01T00:00:00.000Z","quarters":[{"quarter":"2026-Q1","commits":,"people":1}],"recent":{"commits":,"counted":,"people":1,"crossing":0,"parties":{"median":1,"p90":1,"most":1},"outside":{"commits":0,"people":0},"together":[{"product":"prd_","commits":`,
  // Repositories and people
  `{"id":"github.com/","name":"","url":"https://github.com/.git","revision":"","branch":"main","committedAt":"2026-01-01T00:00:00.000Z","worktree":false,"files":,"bytes":,"commits":,"shallow":false,"missingObjects":0}`,
  `{"id":"@","name":"","emails":["","logins":[""],"bot":false,"commits":,"firstCommit":"2020-01-01T00:00:00.000Z","lastCommit":"2026-01-01T00:00:00.000Z","evidence":[{"rule":"identity.same-address","detail":"`,
  // Rarer words of units and products
  `"regime":"founder-owned","regime":"staffed","regime":"unknown","findings":["owner-left"]"findings":["declared-disagrees"]"findings":["unknown"]`,
  `"kind":"module","kind":"workflow","kind":"action","kind":"image","kind":"chart","kind":"folder","role":"example","role":"fixture","role":"test","role":"vendored","role":"generated","languages":{"TypeScript":,"JavaScript":,"Python":,"Go":,"Java":,"Rust":,"Shell":,"Markdown":,"JSON":,"YAML":,"CSS":,"HTML":`,
  `"scope":"peer","scope":"optional","scope":"build","scope":"test","declared":false,"imported":false,"symbols":[{"name":"","from":"","uses":1,"path":"src/index.ts","line":1}],"pkg:golang/github.com/pkg:pypi/pkg:cargo/pkg:maven/pkg:docker/pkg:githubactions/actions/`,
  `"hidden":true,"partOf":"prd_","charter":"product.yaml","stage":{"value":"stable","provenance":"declared","confidence":1,"evidence":[]},"kind":"process","kind":"component","provenance":"confirmed","provenance":"imported",`,
  // A product, a unit
  `{"id":"prd_","slug":"","aliases":["pkg:npm/%40"],"name":"","kind":"product","provenance":"inferred","confidence":0.8,"mission":{"value":"","provenance":"inferred","confidence":0.6,"evidence":[{"rule":"products.mission","repository":"","path":"README.md","line":1,"detail":"description"}]},"repositories":["github.com/"],"units":["#npm:"],"paths":[":packages/"],"reasons":[{"rule":"products.published","repository":"","path":"package.json","detail":" is meant to be published"}],`,
  `"ownership":{"declared":[],"owner":{"value":{"kind":"person","id":"@","name":""},"provenance":"inferred","confidence":0.7,"evidence":[{"rule":"owners.created","commit":"","detail":"created  of  files"},{"rule":"owners.commits","commit":"","detail":" of  commits;  lines added"}]},"founder":{"value":{"kind":"person","id":"","name":""},"provenance":"inferred","confidence":,"evidence":[{"rule":"owners.declared","path":"CODEOWNERS","line":`,
  `}]}],"ranked":[{"person":"","confidence":0.,"evidence":[{"rule":"owners.`,
  `{"id":"#npm:","repository":"","ecosystem":"npm","kind":"package","role":"source","name":"","path":"packages/","manifest":"package.json","version":"1.0.0","description":"","published":true,"published":false,"files":,"bytes":,"languages":{"TypeScript":},"provides":[{"id":"pkg:npm/","version":"0.0.0","evidence":[{"rule":"npm.name","path":"package.json","line":2}]}],`,
  `"consumes":[{"id":"pkg:npm/","scope":"runtime","range":"^1.","declared":true,"imported":true,"uses":1,"evidence":[{"rule":"npm.dependency","path":"package.json","line":1},{"rule":"imports.static","path":"src/index.ts","line":1}]},{"id":"pkg:npm/","scope":"development","range":"^","declared":true,"imported":false,"evidence":[{"rule":"npm.dependency","path":"/package.json","line":`,
];

export const DICTIONARY: Uint8Array = Buffer.from(SHARED.join(""));

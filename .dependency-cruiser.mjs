/** The direction of imports, as docs/architecture.md draws it: adapters → src ← jobs, the pure folders know nothing of the world. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|adapters|jobs|test)/', pathNot: [...allowed, from] },
});
const everyone = ['^src/text/', '^src/errors\\.ts$', '^src/log\\.ts$'];

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: { path: '^(src|adapters|jobs)/' },
      to: { circular: true },
    },
    only('text-knows-nothing', '^src/text/', []),
    only('card-knows-nothing', '^src/card/', everyone),
    only('guide-knows-nothing', '^src/guide/', everyone),
    only('who-knows-nothing', '^src/who/', everyone),
    only('critique-knows-the-guide', '^src/critique/', [...everyone, '^src/guide/']),
    only('conversation-is-pure', '^src/conversation/', [
      ...everyone,
      '^src/guide/',
      '^src/critique/',
      '^src/card/',
    ]),
    only('reminders-are-pure', '^src/reminders/', [...everyone, '^src/guide/', '^src/card/']),
    only('progress-is-pure', '^src/progress/', [...everyone, '^src/guide/', '^src/critique/', '^src/card/']),
    // When a session comes is said and reckoned as for reminders.
    only('mocks-are-pure', '^src/mocks/', [
      ...everyone,
      '^src/guide/',
      '^src/critique/',
      '^src/card/',
      '^src/reminders/',
    ]),
    only('store-knows-the-pure-folders', '^src/store/', [
      ...everyone,
      '^src/guide/',
      '^src/critique/',
      '^src/card/',
      '^src/conversation/',
      '^src/reminders/',
      '^src/progress/',
      '^src/mocks/',
      '^src/who/',
      '^src/config\\.ts$',
    ]),
    {
      name: 'src-knows-no-platform',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main(\\.ts$|/)' },
      to: { path: '^(adapters|jobs)/' },
    },
    {
      name: 'adapters-know-no-jobs',
      severity: 'error',
      from: { path: '^adapters/' },
      to: { path: '^jobs/' },
    },
    {
      name: 'jobs-know-no-adapters',
      severity: 'error',
      from: { path: '^jobs/' },
      to: { path: '^adapters/' },
    },
    {
      name: 'adapters-know-not-each-other',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      // Pictures are drawn, files read and missed messages fetched the same way for every platform. What is shared is
      // bound by this rule too.
      to: {
        path: '^adapters/',
        pathNot: ['^adapters/$1/', '^adapters/(pictures|files|catch-up|beside-outbox)/'],
      },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^(src|adapters|jobs)/' },
      to: { path: '^test/' },
    },
    {
      // node:module for createRequire: wink-nlp and its model are CommonJS without named exports.
      name: 'pure-folders-touch-no-world',
      severity: 'error',
      from: { path: '^src/(text|card|guide|critique|conversation|reminders|progress|mocks|who)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|module)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};

// Who may import whom: design §3, word for word. `test/architecture/directions.test.ts` proves that every module was seen
// and that each of these rules catches what it is for.

/** Files of the store that are its port; the adapters below it belong to the composition root. */
const storePort = '^src/store/[^/]+\\.ts$';
const feishuPort = '^src/feishu/feishu\\.ts$';

const room = (name) => `^src/${name}/`;
const shared = room('shared');
const domain = room('domain');
const authorize = room('authorize');
const context = '^src/context\\.ts$';
const cards = '^cards/';

const asks = [cards, room('documents'), room('operations'), authorize, domain, context, shared];

/** Room → what it may import beside itself. `cli`, `pipeline`, `app`, `main` and what else starts things may import anything. */
const rooms = {
  shared: { from: shared, to: [] },
  domain: { from: domain, to: [shared] },
  cards: { from: cards, to: [domain, shared] },
  authorize: { from: authorize, to: [domain, shared] },
  documents: { from: room('documents'), to: [domain, shared] },
  store: { from: room('store'), to: [domain, shared] },
  // The work calendar is configuration too: a file a year.
  config: { from: room('config'), to: [shared, room('domain/calendar')] },
  feishu: { from: room('feishu'), to: [shared] },
  operations: { from: room('operations'), to: [authorize, domain, storePort, shared] },
  // Of the cards it knows their type, the check and the fingerprints: the kit.
  reply: { from: room('reply'), to: ['^cards/kit/', room('feishu'), storePort, shared] },
  context: { from: context, to: [authorize, domain, storePort, shared], types: [feishuPort] },
  commands: { from: room('commands'), to: asks, types: [room('reply'), storePort, feishuPort] },
  actions: { from: room('actions'), to: asks, types: [room('reply'), storePort, feishuPort] },
  jobs: {
    from: room('jobs'),
    to: [...asks, '^src/reply/purge-outbox\\.ts$'],
    types: [room('reply'), storePort, feishuPort],
  },
  web: { from: room('web'), to: asks, types: [room('reply'), storePort, feishuPort] },
  monitoring: { from: room('monitoring'), to: [storePort, shared] },
  parse: { from: room('parse'), to: [domain, shared] },
  webhook: { from: room('webhook'), to: [room('feishu'), storePort, shared] },
  emulator: { from: room('emulator'), to: [room('feishu'), room('webhook'), shared] },
};

const ours = ['^src/', cards];

/** What a room imports must be allowed by value, or, where only a port's types are needed, as a type. */
function directionsOf([name, { from, to, types = [] }]) {
  const allowed = [from, ...to];
  return [
    {
      name: `${name}-direction`,
      comment: `${name} may not import this room (design §3)`,
      severity: 'error',
      from: { path: from },
      to: { path: ours, pathNot: [...allowed, ...types] },
    },
    ...types.map((path, index) => ({
      name: `${name}-types-only-${index}`,
      comment: `${name} may import only the types of this room (design §3)`,
      severity: 'error',
      from: { path: from },
      to: { path, pathNot: allowed, dependencyTypesNot: ['type-only'] },
    })),
  ];
}

/** A package that stays behind one door. */
function onlyIn(name, packages, places) {
  return {
    name: `${name}-only`,
    comment: `${packages.join(', ')} only in ${places.join(', ')} (design §3)`,
    severity: 'error',
    from: { path: ours, pathNot: places },
    to: { path: packages.map((one) => `(^|node_modules/)${one}(/|$)`) },
  };
}

module.exports = {
  forbidden: [
    ...Object.entries(rooms).flatMap(directionsOf),
    onlyIn('lowdb', ['lowdb'], ['^src/store/json-file/']),
    onlyIn('pg', ['pg'], ['^src/store/postgres/']),
    onlyIn('sdk', ['@larksuiteoapi/node-sdk'], [room('feishu'), room('webhook')]),
    onlyIn('metrics', ['prom-client'], ['^src/monitoring/metrics\\.ts$']),
    onlyIn('express', ['express'], ['^src/app\\.ts$', room('webhook'), room('web'), room('emulator')]),
    onlyIn('excel', ['exceljs'], ['^src/documents/library/excel-library\\.ts$']),
    onlyIn('word', ['docx'], [room('documents')]),
    {
      name: 'domain-pure',
      comment: 'rules read no file, no clock, no network (design §2)',
      severity: 'error',
      from: { path: domain },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circular',
      comment: 'no cycles anywhere (design §3)',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circular-rooms',
      comment: 'no two rooms need each other, whatever their files do',
      severity: 'error',
      scope: 'folder',
      from: { path: ours },
      to: { circular: true },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'an import that resolves to nothing',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'not-to-test',
      comment: 'the product does not import its tests',
      severity: 'error',
      from: { path: ours },
      to: { path: '^test/' },
    },
  ],
  options: {
    // Types count as imports: a direction broken by a type is broken.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // The emulator's page runs in the browser, where paths are addresses.
    exclude: { path: '^src/emulator/page/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};

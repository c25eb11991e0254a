import { spawnSync } from 'node:child_process';

// With a TypeScript it does not know, dependency-cruiser finds no modules and reports no violations: count them.
const FEWEST_MODULES = 80;

const run = spawnSync(
  'npx',
  ['depcruise', '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src', 'adapters', 'jobs'],
  {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  },
);
const report = JSON.parse(run.stdout);
const { violations, totalCruised, totalDependenciesCruised } = report.summary;
for (const { rule, from, to, cycle } of violations) {
  console.error(`${rule.name}: ${from} → ${cycle?.map((step) => step.name).join(' → ') ?? to}`);
}
const own = report.modules.filter((module) => /^(src|adapters|jobs)\//.test(module.source)).length;
console.log(
  `direction: ${own} modules of ours, ${totalCruised} cruised, ${totalDependenciesCruised} imports, ${violations.length} violations`,
);
if (own < FEWEST_MODULES) {
  console.error(`direction: expected at least ${FEWEST_MODULES} modules of ours. Was anything cruised?`);
  process.exit(1);
}
process.exit(violations.length === 0 ? 0 : 1);

import { checkDependencies } from './dependencies/rules.ts';
import { ROOT } from './house.ts';

const violations = checkDependencies(ROOT);
for (const { rule, where, words } of violations) process.stdout.write(`${where}  ${rule}: ${words}\n`);
if (violations.length > 0) process.stdout.write(`${violations.length} against the rules of dependencies (CONTRIBUTING.md)\n`);
process.exitCode = violations.length > 0 ? 1 : 0;

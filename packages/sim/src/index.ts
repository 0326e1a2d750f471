export { busyPlan } from './run/evictions.ts';
export { MUTANTS, type Mutant } from './mutants/table.ts';
export { plant } from './mutants/planting.ts';
export { planOf, type Item, type Plan } from './play/plan.ts';
export { run, type Outcome } from './run/run.ts';
export { shrink } from './run/shrink.ts';
export { wordsOf, type Violation } from './play/world.ts';

export { planOf, type Item, type Plan } from './run/plan.ts';
export { run, type Outcome } from './run/run.ts';
export type { Violation } from './run/world.ts';

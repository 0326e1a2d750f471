import { registerHooks } from 'node:module';

/** In this process the product's module that plants no bug is another one, which the simulator can set. Import it before anything of the product. */
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    if (!resolved.url.endsWith('/packages/protocol/src/planted.ts')) return resolved;
    return { ...resolved, url: new URL('../../packages/sim/src/mutants/planting.ts', import.meta.url).href };
  },
});

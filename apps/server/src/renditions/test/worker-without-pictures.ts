/** The worker as where the image library is not installed. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (name, context, next) => {
    if (name === 'sharp') throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
    return next(name, context);
  },
});
await import('../worker.ts');

import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, defineConfig, type Plugin } from 'vite';

/** The API the page talks to while developing; a built page is served by the server itself. */
const api = process.env['ROLLCALL_API'] ?? 'http://127.0.0.1:2280';

/** What is larger than this takes seconds to be compressed as far as can be, and is fetched by few: the world as seen from near by. Bytes. */
const LARGE = 2_000_000;

/** Small text files stand beside their compressed forms, so that the server need not compress them on every request. */
function compressed(): Plugin {
  return {
    name: 'rollcall-compressed',
    apply: 'build',
    writeBundle: {
      // After the service worker is made.
      sequential: true,
      handler({ dir }) {
        for (const entry of readdirSync(dir!, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile() || !/\.(m?js|json|css|html|svg|webmanifest)$/.test(entry.name)) continue;
          const path = join(entry.parentPath, entry.name);
          const bytes = readFileSync(path);
          if (bytes.length < 1024) continue;
          const quality = bytes.length > LARGE ? 9 : constants.BROTLI_MAX_QUALITY;
          writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
          writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        }
      },
    },
  };
}

/** Larger files of the program are fetched when they are needed, and then kept by the browser. Bytes. */
const LARGEST_KEPT = 1_500_000;

/** The service worker, made when all the rest is: it knows the files of its version by their names. */
function serviceWorker(): Plugin {
  return {
    name: 'rollcall-service-worker',
    apply: 'build',
    async writeBundle({ dir }) {
      const hash = createHash('sha256');
      const files: string[] = [];
      const entries = readdirSync(dir!, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      for (const path of entries.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
        if (/\.(br|gz)$/.test(path)) continue;
        const name = `/${relative(dir!, path).split(sep).join('/')}`;
        hash.update(`${name}\0`).update(readFileSync(path));
        // The page itself is kept as the answer to `/`.
        if (name !== '/index.html' && statSync(path).size <= LARGEST_KEPT) files.push(name);
      }
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: 'warn',
        define: { SHELL: JSON.stringify({ version: hash.digest('hex').slice(0, 16), files }) },
        build: {
          outDir: dir!,
          emptyOutDir: false,
          target: 'es2022',
          rolldownOptions: {
            input: join(root, 'src/worker/service-worker.ts'),
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      });
    },
  };
}

/** The page is loaded when its language is known; its files are fetched meanwhile, as if it were loaded at once. */
function fetchedEarly(): Plugin {
  return {
    name: 'rollcall-fetched-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const app = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/src/app.tsx'));
        if (app?.type !== 'chunk') throw new Error('src/app.tsx is in no file of its own');
        const link = (rel: string) => (name: string) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `/${name}` },
          injectTo: 'head' as const,
        });
        return [
          ...[app.fileName, ...app.imports].filter((name) => !html.includes(`/${name}"`)).map(link('modulepreload')),
          ...[...(app.viteMetadata?.importedCss ?? [])].map(link('stylesheet')),
        ];
      },
    },
  };
}

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  plugins: [react(), fetchedEarly(), serviceWorker(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined data would need a looser content security policy than the page has.
    assetsInlineLimit: 0,
    // The map, which is fetched by who looks at one.
    chunkSizeWarningLimit: 1_200,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api, changeOrigin: true } } },
});

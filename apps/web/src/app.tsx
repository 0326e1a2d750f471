import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTooOld } from './api/call.ts';
import { queries } from './api/queries.ts';
import { News } from './parts/news.tsx';
import { router } from './router.tsx';
import { keepProgram, noteTooOld } from './worker/version.ts';
import './style/base.css';
import './style/shell.css';
import './style/grid.css';
import './style/viewer.css';
import './style/upload.css';
import './style/import.css';
import './style/pages.css';
import './style/held.css';
import './style/health.css';
import './style/why.css';
import './style/storage.css';
import './style/space.css';
import './style/albums.css';
import './style/search.css';
import './style/map.css';
import './style/offline.css';

/** The page, whole. Loaded when it is known which language it speaks. */
export function start(root: HTMLElement): void {
  onTooOld(noteTooOld);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <News />
      </QueryClientProvider>
    </StrictMode>,
  );
  // When the page stands: what is kept for later must not hold up what is looked at now.
  if (document.readyState === 'complete') void keepProgram();
  else window.addEventListener('load', () => void keepProgram());
}

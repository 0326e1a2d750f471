import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries.ts';
import { News } from './parts/news.tsx';
import { router } from './router.tsx';
import './style/base.css';
import './style/shell.css';
import './style/grid.css';
import './style/viewer.css';
import './style/upload.css';
import './style/pages.css';
import './style/held.css';
import './style/health.css';
import './style/why.css';
import './style/storage.css';
import './style/space.css';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
      <News />
    </QueryClientProvider>
  </StrictMode>,
);

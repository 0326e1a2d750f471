import { speakHere } from './language/speak-here.ts';

// Much of the page is said while it is loaded: the language comes first.
await speakHere();
const { start } = await import('./app.tsx');
start(document.getElementById('root')!);

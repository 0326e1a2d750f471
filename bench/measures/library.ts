import { join } from 'node:path';
import { mkdirSync, rmSync } from 'node:fs';
import { EMAIL, PASSWORD, prepareRollcall } from '../contestants/rollcall.ts';
import { missingBrowser, openBrowser } from '../library/browser.ts';
import { besideOf, GALLERIES, type Beside } from '../library/beside.ts';
import { drawPictures, givePictures, type Pictures } from '../library/fill.ts';
import { lookAt, type Sights } from '../library/gallery.ts';
import { plainPage, type Plain } from '../library/plain.ts';
import { FLYING, visit, type Motion, type Visit } from '../library/visit.ts';
import { answering } from '../size/answering.ts';
import { fillLibrary } from '../size/library.ts';
import { libraryRows } from '../size/rows.ts';
import type { Cell, Table } from '../table.ts';
import type { Wish } from './measure.ts';

/** With all of 100,000 photos in one page a browser had not scrolled sixty frames after three minutes. */
const MOST_PLAIN = 10_000;
/** Another gallery may need as long for its own look at them. */
const MOST_BESIDE = 10_000;

/** Large libraries in a real browser: how soon pictures are there, how even it moves, what it holds, how soon what is typed is found. */
export async function library(wish: Wish): Promise<Table> {
  const counts = wish.assets.length > 0 ? wish.assets : wish.quick ? [1000] : [1000, 10_000, 100_000];
  const missing = missingBrowser();
  const pictures = await drawPictures(join(wish.folder, 'pictures'));
  const visits: Both[] = [];
  if (missing === null) {
    const beside = wish.beside === null ? null : await besideOf(wish.beside, join(wish.folder, 'beside'), pictures, wish.say);
    for (const count of counts) visits.push(await visited(wish, count, pictures, beside));
  }
  return {
    title: 'The library in a browser',
    columns: ['', ...visits.flatMap((each, at) => [String(counts[at]), ...(each.beside === null ? [] : [wish.beside ?? '', 'ratio'])])],
    rows: [
      ...FIGURES.map(([name, figure]): Cell[] => [name, ...visits.flatMap((each) => cells(each, figure(each), null))]),
      ...SIGHTS.map(([name, figure]): Cell[] => [
        name,
        ...visits.flatMap((each) => cells(each, figure(each.sights), each.beside && figure(each.beside))),
      ]),
    ],
    notes: [
      ...(missing === null ? [] : [`NOT MEASURED: ${missing}`]),
      ...(wish.beside === null ? [] : [`${wish.beside}: ${GALLERIES[wish.beside]?.note}`]),
      'search: each key as soon as what the last one found is drawn; unhurried: 120 ms after that',
      `wandered: somebody has scrolled up and down for ${wish.minutes} minutes`,
      'a gallery: what any of them can be asked, each in a browser of its own; bytes as they leave the server, with their heads; ratio: this one by the other',
      'cold: a browser that knows nothing; warm: a reload; CPU: processor time of the page’s own thread',
      'plain page: nothing but an img for each photo, of the same thumbnails, loaded as they come near; measured in the same browser',
      'frames: milliseconds from one to the next, sixty a second are 16.7; late: over 25, missed: over 41.7; resting: nothing moves, which is what the machine makes of them',
    ],
  };
}

/** A figure, and where there is another gallery its own, and how many times that it is. */
function cells({ beside }: Both, own: Cell, other: Cell): Cell[] {
  if (beside === null) return [own];
  return [own, other, typeof own === 'number' && typeof other === 'number' && other > 0 ? own / other : null];
}

interface Both extends Visit {
  readonly sights: Sights;
  /** Null: none was asked for, or with so many photos it is no page that anybody would wait for. */
  readonly beside: Sights | null;
  /** Null: with so many photos it is no page that anybody would wait for. */
  readonly plain: Plain | null;
}

const ms = (of: (each: Both) => Motion) =>
  [
    ['median', (each: Both) => of(each).frames.median],
    ['p95', (each: Both) => of(each).frames.p95],
    ['p99', (each: Both) => of(each).frames.p99],
    ['late %', (each: Both) => of(each).frames.late * 100],
    ['missed %', (each: Both) => of(each).frames.missed * 100],
    ['CPU ms a frame', (each: Both) => of(each).cpu],
  ] as const;
const moving = (name: string, of: (each: Both) => Motion): Figure[] => ms(of).map(([what, figure]) => [`${name}: ${what}`, figure]);
const each = (bytes: readonly number[]): string => bytes.map((one) => (one / 1e6).toFixed(0)).join(', ');
type Figure = readonly [name: string, figure: (visit: Both) => Cell];

const FIGURES: readonly Figure[] = [
  ['cold: first thumbnail s', ({ cold }) => cold.first],
  ['cold: all in sight s', ({ cold }) => cold.all],
  ['cold: whole library s', ({ cold }) => cold.whole],
  ['cold: CPU s', ({ cold }) => cold.cpu],
  ['warm: first thumbnail s', ({ warm }) => warm.first],
  ['warm: all in sight s', ({ warm }) => warm.all],
  ['warm: whole library s', ({ warm }) => warm.whole],
  ['warm: CPU s', ({ warm }) => warm.cpu],
  ['resting: median', ({ resting }) => resting.median],
  ['resting: p99', ({ resting }) => resting.p99],
  ['resting: late %', ({ resting }) => resting.late * 100],
  ...moving('reading', ({ reading }) => reading),
  ...moving('flying', ({ flying }) => flying),
  ...moving('scrubber', ({ dragging }) => dragging),
  ['plain page: first thumbnail s', ({ plain }) => plain?.first ?? null],
  ['plain page, flying: late %', ({ plain }) => (plain ? plain.flying.frames.late * 100 : null)],
  ['plain page, flying: CPU ms a frame', ({ plain }) => plain?.flying.cpu ?? null],
  ['plain page: process afterwards MB', ({ plain }) => (plain ? plain.scrolled.process / 1e6 : null)],
  ['plain page: nodes', ({ plain }) => plain?.scrolled.nodes ?? null],
  ['heap at start MB', ({ start }) => start.heap / 1e6],
  ['heap after all went by MB', ({ scrolled }) => scrolled.heap / 1e6],
  ['heap after 300 opened MB', ({ opened }) => opened.heap / 1e6],
  ['process at start MB', ({ start }) => start.process / 1e6],
  ['process after all went by MB', ({ scrolled }) => scrolled.process / 1e6],
  ['process after 300 opened MB', ({ opened }) => opened.process / 1e6],
  ['elements at most', ({ nodes }) => nodes],
  ['nodes at start', ({ start }) => start.nodes],
  ['nodes after all went by', ({ scrolled }) => scrolled.nodes],
  ['nodes after 300 opened', ({ opened }) => opened.nodes],
  ['heap, wandered MB', ({ wandered }) => wandered.held.heap / 1e6],
  ['process, wandered MB', ({ wandered }) => wandered.held.process / 1e6],
  ['process at most meanwhile MB', ({ wandered }) => wandered.most / 1e6],
  ['nodes, wandered', ({ wandered }) => wandered.held.nodes],
  ['heap after each minute MB', ({ wandered }) => each(wandered.minutes.map(({ heap }) => heap))],
  ['process after each minute MB', ({ wandered }) => each(wandered.minutes.map(({ process }) => process))],
  ['wandering: CPU ms a frame', ({ wandered }) => wandered.cpu],
  ['wandering: late %', ({ wandered }) => wandered.late * 100],
  ['search: key to results ms', ({ search }) => search.median],
  ['search: p99 ms', ({ search }) => search.p99],
  ['search: CPU ms a key', ({ search }) => search.cpu],
  ['search: CPU ms at most', ({ search }) => search.cpuMost],
  ['search, unhurried: key to results ms', ({ unhurried }) => unhurried.median],
  ['search, unhurried: p99 ms', ({ unhurried }) => unhurried.p99],
  ['search, unhurried: CPU ms a key', ({ unhurried }) => unhurried.cpu],
  ['map: first photos s', ({ map }) => map.first],
  ['map: CPU s until then', ({ map }) => map.cpu],
  ...moving('map, zooming', ({ map }) => map.zooming),
  ['map: spots in sight', ({ map }) => map.spots],
  ['open: thumbnail ms', ({ opening }) => opening.thumbnail],
  ['open: preview ms', ({ opening }) => opening.preview],
];

const SIGHTS: readonly (readonly [name: string, figure: (sights: Sights) => number])[] = [
  ['gallery, cold: first paint s', ({ cold }) => cold.paint],
  ['gallery, cold: first thumbnail s', ({ cold }) => cold.first],
  ['gallery, cold: all in sight s', ({ cold }) => cold.all],
  ['gallery, again: first paint s', ({ again }) => again.paint],
  ['gallery, again: first thumbnail s', ({ again }) => again.first],
  ['gallery, again: all in sight s', ({ again }) => again.all],
  ['gallery, wire: all in sight kB', ({ wire }) => wire.sight / 1e3],
  ['gallery, wire: first visit kB', ({ wire }) => wire.first / 1e3],
  ['gallery, wire: return visit kB', ({ wire }) => wire.again / 1e3],
  ['gallery, wire: a screen further kB', ({ wire }) => wire.screen / 1e3],
  ['gallery: pictures of a screen', ({ wire }) => wire.pictures],
  ['gallery, reading: median', ({ reading }) => reading.frames.median],
  ['gallery, reading: late %', ({ reading }) => reading.frames.late * 100],
  ['gallery, reading: CPU ms a frame', ({ reading }) => reading.cpu],
  ['gallery, flying: median', ({ flying }) => flying.frames.median],
  ['gallery, flying: late %', ({ flying }) => flying.frames.late * 100],
  ['gallery, flying: CPU ms a frame', ({ flying }) => flying.cpu],
  ['gallery, flying: came so far %', ({ came }) => came * 100],
  ['gallery: heap afterwards MB', ({ held }) => held.heap / 1e6],
  ['gallery: process afterwards MB', ({ held }) => held.process / 1e6],
  ['gallery: nodes afterwards', ({ held }) => held.nodes],
];

async function visited(wish: Wish, count: number, pictures: Pictures, beside: Beside | null): Promise<Both> {
  const root = join(wish.folder, `library-${count}`);
  mkdirSync(root);
  const arena = await prepareRollcall(root);
  const browser = await openBrowser();
  try {
    await arena.server.stop();
    const { live } = fillLibrary(arena.data, count);
    givePictures(arena.data, count, pictures);
    await arena.serveAgain();
    await answering(arena.url);
    wish.say(`${live} photos`);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(arena.url);
    await page.getByLabel('Email').fill(EMAIL);
    await page.getByLabel('Password').fill(PASSWORD.trim());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    const signedIn = await context.storageState();
    await context.close();
    // Another profile of the browser, that knows the session and nothing else.
    const fresh = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', storageState: signedIn });
    const seen = await visit(browser, fresh, arena.url, newestOf(count), wish.minutes, wish.say);
    await fresh.close();
    const own = {
      url: arena.url,
      scroller: '.grid-scroller',
      tile: '.tile',
      picture: '.tile-picture.loaded',
      enter: () => browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', storageState: signedIn }),
    };
    const sights = await lookAt(browser, own);
    wish.say('looked at as any gallery');
    const other = beside === null || count > MOST_BESIDE ? null : await beside(browser, join(root, 'beside'), live);
    const plain = count > MOST_PLAIN ? null : await plainPage(browser, live, pictures, FLYING);
    wish.say(
      `first pictures after ${seen.cold.first.toFixed(2)} s, all in sight ${seen.cold.all.toFixed(2)} s, heap ${(seen.start.heap / 1e6).toFixed(0)} MB`,
    );
    return { ...seen, sights, beside: other, plain };
  } finally {
    await browser.close();
    await arena.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

function newestOf(count: number): string {
  let newest = '';
  for (const row of libraryRows(count)) if (row.type === 'asset' && row.state === 'live') newest = row.id;
  return newest;
}

const SVG = 'http://www.w3.org/2000/svg';

/** What marks a place on a map; its point is in the middle of its lower edge. */
export function pinElement(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'map-pin';
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 32 42');
  svg.setAttribute('aria-hidden', 'true');
  const drop = document.createElementNS(SVG, 'path');
  drop.setAttribute('d', 'M16 41C16 41 3 26.5 3 15.5a13 13 0 0 1 26 0C29 26.5 16 41 16 41z');
  const dot = document.createElementNS(SVG, 'circle');
  for (const [name, value] of Object.entries({ cx: '16', cy: '15.5', r: '5' })) dot.setAttribute(name, value);
  svg.append(drop, dot);
  element.append(svg);
  return element;
}

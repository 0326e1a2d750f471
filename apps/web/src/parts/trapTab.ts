/** The focus stays inside of what covers the page. */
export function trapTab(event: KeyboardEvent, element: HTMLElement | null): void {
  if (event.key !== 'Tab' || !element) return;
  const stops = [...element.querySelectorAll<HTMLElement>('button, a[href], video[controls], summary, [tabindex="0"]')].filter(
    (stop) => stop.offsetParent !== null,
  );
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (!first || !last) return;
  if (
    event.shiftKey &&
    (document.activeElement === first || !element.contains(document.activeElement) || document.activeElement === element)
  ) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && (document.activeElement === last || !element.contains(document.activeElement))) {
    event.preventDefault();
    first.focus();
  }
}

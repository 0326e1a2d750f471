/** `2020-09-20 06:47 UTC`: what is kept, or shown to others, tells moments in one zone for all. */
export function utcWords(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const DAY = 86_400_000;

/** `3 days`, `2 years`: how long something is ago, roughly. */
export function agoWords(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  if (days < 1) return 'less than a day';
  if (days < 60) return days === 1 ? 'a day' : `${days} days`;
  return days < 730 ? `${Math.round(days / 30.44)} months` : `${Math.round(days / 365.25)} years`;
}

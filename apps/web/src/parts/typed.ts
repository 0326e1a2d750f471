/** What was typed into a field of a form, or nothing if there is no such field (or it holds a file). */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

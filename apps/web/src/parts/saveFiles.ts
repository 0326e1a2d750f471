/** Milliseconds from one to the next: some browsers take only the last of what is asked for at once. */
const APART = 300;

/** Has the browser save these, each as a file of its name. It may ask the person first whether a page may save several. */
export function saveFiles(files: readonly { readonly href: string; readonly name: string }[]): void {
  for (const [at, { href, name }] of files.entries()) {
    setTimeout(() => {
      const link = document.createElement('a');
      link.href = href;
      link.download = name;
      link.click();
    }, at * APART);
  }
}

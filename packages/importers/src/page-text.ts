/** Text that stands in a page as text. Names come from anywhere: nothing in them is markup, and nothing turns the direction of what follows. */
export function escaped(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
      // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\ufffd')
  );
}

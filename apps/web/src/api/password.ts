/** The password is asked once for several things that cannot be taken back, and then forgotten. Milliseconds. */
export const KEPT_FOR = 5 * 60_000;

let kept: { readonly password: string; readonly timer: ReturnType<typeof setTimeout> } | null = null;

/** The password that was right a short while ago; null when it has to be asked. It is in this page's memory only. */
export function keptPassword(): string | null {
  return kept?.password ?? null;
}

/** It was right: it need not be asked again for five minutes from now. */
export function keepPassword(password: string): void {
  forgetPassword();
  kept = { password, timer: setTimeout(forgetPassword, KEPT_FOR) };
}

export function forgetPassword(): void {
  if (kept) clearTimeout(kept.timer);
  kept = null;
}

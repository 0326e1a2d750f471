import { existsSync, statSync } from 'node:fs';
import type { InstallOptions, Owner } from './commands.ts';
import { run, type Host } from './host.ts';
import type { ManagerName } from './systemd.ts';

function managerFor({ manager }: Pick<InstallOptions, 'manager'>, { uid }: Host): ManagerName {
  return manager ?? (uid === 0 ? 'system' : 'user');
}

/** Who is to run it, and that their folder is theirs. Root runs nothing that was not said to be root's. */
export function ownerOf(options: Pick<InstallOptions, 'manager' | 'as' | 'of'>, host: Host): Owner {
  const { as, of } = options;
  const holder = existsSync(of) ? statSync(of).uid : null;
  if (managerFor(options, host) === 'user') {
    if (as !== null && as !== host.user) return usage('--as goes with --system: your own manager runs services as you.');
    if (holder !== null && holder !== host.uid) return notTheirs(of, host.user, nameOf(host, holder));
    return { ok: true, manager: { of: 'user' } };
  }
  const user = as ?? (holder === null ? (host.uid === 0 ? 'root' : host.user) : nameOf(host, holder));
  if (user === 'root' && as === null)
    return usage(
      `Say as whom it is to run, with --as USER: ${holder === null ? `${of} is not there yet` : `${of} belongs to root`}, and a service as root could do more than it needs. If you mean it: --as root.`,
    );
  const id = uidOf(host, user);
  if (id === null) return usage(`There is no user ${user} on this machine.`);
  if (holder !== null && holder !== id) return notTheirs(of, user, nameOf(host, holder));
  return { ok: true, manager: { of: 'system', user } };
}

const usage = (words: string): Owner => ({ ok: false, usage: true, words });

function notTheirs(folder: string, user: string, holder: string): Owner {
  return {
    ok: false,
    usage: false,
    words: `${folder} belongs to ${holder}, and ${user} could not keep anything in it. Choose who it belongs to (--system --as ${holder}), or give it to ${user}: chown -R ${user} ${folder}`,
  };
}

export function uidOf(host: Host, user: string): number | null {
  const { code, out } = run(host, 'id', ['-u', '--', user]);
  return code === 0 ? Number(out) : null;
}

function nameOf(host: Host, uid: number): string {
  const { code, out } = run(host, 'id', ['-un', '--', String(uid)]);
  return code === 0 ? out.trim() : String(uid);
}

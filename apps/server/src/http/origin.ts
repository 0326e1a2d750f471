import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Addresses of proxies on other machines, which are believed about whom they ask for. */
    proxies: ReadonlySet<string>;
  }
}

/** Signs that somebody stands between the asker and the server. */
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'] as const;

/** Truly from this machine: the connection, the name that was asked for, and nobody in between. */
export function isLocal(request: FastifyRequest): boolean {
  if (FORWARDING.some((name) => request.headers[name] !== undefined)) return false;
  return isLoopbackAddress(request.socket.remoteAddress ?? '') && isLoopbackName(hostName(request.headers.host));
}

/** Where the asker is, for limits. Behind a proxy on this machine, or one that the owner named: as that proxy tells, in what it added last. */
export function addressOf(request: FastifyRequest): string {
  const address = request.socket.remoteAddress ?? '';
  const told = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  const believed = isLoopbackAddress(address) || request.server.proxies.has(address.replace(/^::ffff:/, ''));
  return told !== undefined && told !== '' && believed ? told.slice(0, 100) : address;
}

/** Whether the asker came over https, here or at a proxy in front. */
export function isSecure(request: FastifyRequest): boolean {
  return (
    request.protocol === 'https' ||
    String(request.headers['x-forwarded-proto'] ?? '')
      .split(',')[0]
      ?.trim() === 'https'
  );
}

/** Without the port; empty when it is none. */
export function hostName(host: string | undefined): string {
  try {
    return host === undefined || /[/@?#\s]/.test(host) ? '' : new URL(`http://${host}`).hostname;
  } catch {
    return '';
  }
}

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

export function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(name);
}

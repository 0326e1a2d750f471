import { outOfTime, readCertificate, type CertificateFiles } from './certificate.ts';
import type { RunningServer } from './server.ts';

/** The certificate is read again on SIGHUP, as whoever renews it expects. What cannot be read changes nothing. */
export function renewOnHangUp(server: RunningServer, files: CertificateFiles, warn: (line: string) => void): { readonly stop: () => void } {
  const renew = (): void => {
    try {
      const certificate = readCertificate(files);
      server.renew(certificate);
      warn(
        outOfTime(certificate, Date.now()) ??
          `The certificate was read again; it is valid until ${new Date(certificate.validTo).toISOString().slice(0, 10)}.`,
      );
    } catch (error) {
      warn(`${error instanceof Error ? error.message : String(error)} The certificate from before stays in use.`);
    }
  };
  process.on('SIGHUP', renew);
  return { stop: () => process.off('SIGHUP', renew) };
}

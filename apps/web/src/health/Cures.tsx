import type { RemoteCure } from '@rollcall/core';
import type { Device } from '@rollcall/protocol';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { KeepButton } from '../closing/KeepButton.tsx';
import { cure, CURE_WORDS } from './cures.ts';

/** The buttons that end a cause from here, the best first. */
export function Cures({ device, cures }: { readonly device: Device; readonly cures: readonly RemoteCure[] }) {
  if (cures.length === 0) return null;
  return (
    <div className="cures">
      {cures.map((which, at) => (
        <CureButton key={which} device={device} which={which} first={at === 0} />
      ))}
    </div>
  );
}

function CureButton({ device, which, first }: { readonly device: Device; readonly which: RemoteCure; readonly first: boolean }) {
  const [busy, setBusy] = useState(false);
  const look = `button small${first ? ' primary' : ''}`;
  switch (which) {
    case 'free-up-cloud':
      return (
        <Link to="/storage/free-up" className={look}>
          {CURE_WORDS[which]}
        </Link>
      );
    case 'bigger-plan':
      return (
        <Link to="/storage" className={look}>
          {CURE_WORDS[which]}
        </Link>
      );
    case 'keep-library':
      return <KeepButton look={look} />;
    case 'answer-held':
      return (
        <Link to="/health" className={look}>
          {CURE_WORDS[which]}
        </Link>
      );
    case 'remove-device':
      return (
        <Link to="/devices" className="button small">
          {CURE_WORDS[which]}
        </Link>
      );
    case 'see-photos':
      return (
        <Link to="/devices/$deviceId" params={{ deviceId: device.id }} className={look}>
          {CURE_WORDS[which]}
        </Link>
      );
    case 'settings':
      return (
        <Link to="/devices/$deviceId/settings" params={{ deviceId: device.id }} className={look}>
          {CURE_WORDS[which]}
        </Link>
      );
    case 'resume':
    case 'switch-on':
    case 'allow-mobile':
    case 'allow-metered':
    case 'sync-now':
    case 'retry':
      return (
        <button
          type="button"
          className={look}
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void cure(device, which).finally(() => setBusy(false));
          }}
        >
          {CURE_WORDS[which]}
        </button>
      );
    default:
      return which satisfies never;
  }
}

import { BYTES, sizeWords, say, type Asset, type Resource } from '@rollcall/protocol';
import { Icon } from '../parts/Icon.tsx';

interface NoPictureProps {
  readonly asset: Asset;
  readonly shown: Resource | undefined;
  readonly words: string;
}

/** Nothing can be seen of it, or not yet: what it is, why, and its file. */
export function NoPicture({ asset, shown, words }: NoPictureProps) {
  return (
    <div className="no-picture">
      <Icon name={asset.kind === 'video' ? 'film' : 'photos'} size={56} />
      <h2>{asset.fileName}</h2>
      <p role="status">{words}</p>
      {shown && <DownloadButton asset={asset} shown={shown} />}
    </div>
  );
}

export function DownloadButton({ asset, shown }: { readonly asset: Asset; readonly shown: Resource }) {
  return (
    <a className="button" href={BYTES.resource(asset.id, shown.id)} download={shown.fileName ?? asset.fileName}>
      <Icon name="download" size={18} /> {say('Download ({size})', { size: sizeWords(shown.size) })}
    </a>
  );
}

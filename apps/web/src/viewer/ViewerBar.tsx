import { BYTES, isCompanion, type Asset, type Resource } from '@rollcall/protocol';
import type { Item } from '../library/item.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { saveFiles } from '../parts/saveFiles.ts';
import { clock, plainDay } from '../words.ts';

interface ViewerBarProps {
  readonly item: Item | null;
  readonly asset: Asset | undefined;
  readonly resources: readonly Resource[];
  readonly where: 'library' | 'deleted';
  readonly info: boolean;
  readonly full?: boolean;
  /** Missing where there is nothing sharper that a browser can show. */
  readonly onFull?: (full: boolean) => void;
  readonly onClose: () => void;
  readonly onInfo: () => void;
  readonly onFavourite: () => void;
  /** Missing where it is deleted already, and for good is asked elsewhere. */
  readonly onDelete?: () => void;
  readonly onRestore?: () => void;
}

/** What can be done with the photo that is open. */
export function ViewerBar(props: ViewerBarProps) {
  const { item, asset, resources, where, info, full = false, onFull, onClose, onInfo, onFavourite, onDelete, onRestore } = props;
  return (
    <header className="viewer-bar">
      <ViewerButton icon="back" label="Back to the photos (Escape)" onClick={onClose} />
      <div className="viewer-title">
        {item && <strong>{plainDay(item.at)}</strong>}
        {item && <span>{clock(item.at).slice(0, 5)}</span>}
      </div>
      {onFull && (
        <button type="button" className={`pill-button${full ? ' on' : ''}`} aria-pressed={full} onClick={() => onFull(!full)}>
          Full resolution
        </button>
      )}
      {where === 'library' && item && (
        <ViewerButton
          icon="heart"
          filled={item.favourite}
          label={item.favourite ? 'Remove from favourites (f)' : 'Favourite (f)'}
          onClick={onFavourite}
          pressed={item.favourite}
        />
      )}
      {asset && <DownloadOriginal asset={asset} files={resources.filter(({ role }) => role === 'original' || isCompanion(role))} />}
      <ViewerButton icon="info" label="Information (i)" onClick={onInfo} pressed={info} />
      {where === 'deleted' && onRestore && <ViewerButton icon="restore" label="Restore" onClick={onRestore} />}
      {item && onDelete && (
        <ViewerButton icon="trash" label={where === 'deleted' ? 'Delete for good (Delete)' : 'Delete (Delete)'} onClick={onDelete} />
      )}
    </header>
  );
}

/** What is one photo comes as one: a Live Photo with its film, a picture with its RAW. */
function DownloadOriginal({ asset, files }: { readonly asset: Asset; readonly files: readonly Resource[] }) {
  const [first, ...more] = files;
  if (!first) return null;
  const hrefOf = ({ id }: Resource): string => BYTES.resource(asset.id, id);
  if (more.length > 0) {
    const label = more.length === 1 ? 'Download both files' : `Download all ${files.length} files`;
    const all = files.map((file) => ({ href: hrefOf(file), name: file.fileName ?? asset.fileName }));
    return <ViewerButton icon="download" label={label} onClick={() => saveFiles(all)} />;
  }
  const label = 'Download original';
  return (
    <a className="icon-button" href={hrefOf(first)} download={asset.fileName} aria-label={label} title={label}>
      <Icon name="download" />
    </a>
  );
}

interface ViewerButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly filled?: boolean;
}

function ViewerButton({ icon, label, onClick, pressed, filled = false }: ViewerButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={onClick}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    >
      <Icon name={icon} filled={filled} />
    </button>
  );
}

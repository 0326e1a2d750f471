import { say, type Asset, type Resource } from '@rollcall/protocol';
import type { Item } from '../library/item.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { saveFiles } from '../parts/saveFiles.ts';
import { clock, plainDay } from '../words.ts';
import { downloadsOf, type Download } from './downloads.ts';

interface ViewerBarProps {
  readonly item: Item | null;
  readonly asset: Asset | undefined;
  readonly resources: readonly Resource[];
  readonly where: 'library' | 'deleted';
  readonly info: boolean;
  readonly full?: boolean;
  /** What the sharpest picture of it is called. */
  readonly sharpest: string;
  /** Missing where there is nothing sharper that a browser can show. */
  readonly onFull?: (full: boolean) => void;
  readonly onClose: () => void;
  readonly onInfo: () => void;
  readonly onFavourite: () => void;
  /** Missing where nothing is edited, as in what was deleted. */
  readonly onEdit?: () => void;
  /** Missing where it is deleted already, and for good is asked elsewhere. */
  readonly onDelete?: () => void;
  readonly onRestore?: () => void;
  readonly onPlay?: () => void;
}

/** What can be done with the photo that is open. */
export function ViewerBar(props: ViewerBarProps) {
  const {
    item,
    asset,
    resources,
    where,
    info,
    full = false,
    sharpest,
    onFull,
    onClose,
    onInfo,
    onFavourite,
    onEdit,
    onDelete,
    onRestore,
    onPlay,
  } = props;
  return (
    <header className="viewer-bar">
      <ViewerButton icon="back" label={say('Back to the photos (Escape)')} onClick={onClose} />
      <div className="viewer-title">
        {item && <strong>{plainDay(item.at)}</strong>}
        {item?.timed && <span>{clock(item.at).slice(0, 5)}</span>}
      </div>
      {onFull && (
        <button type="button" className={`pill-button${full ? ' on' : ''}`} aria-pressed={full} onClick={() => onFull(!full)}>
          {sharpest}
        </button>
      )}
      {where === 'library' && item && (
        <ViewerButton
          icon="heart"
          filled={item.favourite}
          label={item.favourite ? say('Remove from favourites (f)') : say('Favourite (f)')}
          onClick={onFavourite}
          pressed={item.favourite}
        />
      )}
      {item && onPlay && <ViewerButton icon="show" label={say('Slideshow from here (p)')} onClick={onPlay} roomy />}
      {onEdit && <ViewerButton icon="sliders" label={say('Edit (e)')} onClick={onEdit} />}
      {asset && <DownloadOriginal files={downloadsOf(asset, resources)} />}
      <ViewerButton icon="info" label={say('Information (i)')} onClick={onInfo} pressed={info} />
      {where === 'deleted' && onRestore && <ViewerButton icon="restore" label={say('Restore')} onClick={onRestore} />}
      {item && onDelete && (
        <ViewerButton
          icon="trash"
          label={where === 'deleted' ? say('Delete for good (Delete)') : say('Delete (Delete)')}
          onClick={onDelete}
        />
      )}
    </header>
  );
}

function DownloadOriginal({ files }: { readonly files: readonly Download[] }) {
  const [first, ...more] = files;
  if (!first) return null;
  if (more.length > 0) {
    const label = more.length === 1 ? say('Download both files') : say('Download all {files} files', { files: files.length });
    return <ViewerButton icon="download" label={label} onClick={() => saveFiles(files)} />;
  }
  const label = say('Download original');
  return (
    <a className="icon-button" href={first.href} download={first.name} aria-label={label} title={label}>
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
  /** Left out where the bar has little room: the page below offers it, too. */
  readonly roomy?: boolean;
}

function ViewerButton({ icon, label, onClick, pressed, filled = false, roomy = false }: ViewerButtonProps) {
  return (
    <button
      type="button"
      className={roomy ? 'icon-button roomy' : 'icon-button'}
      aria-label={label}
      title={label}
      onClick={onClick}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    >
      <Icon name={icon} filled={filled} />
    </button>
  );
}

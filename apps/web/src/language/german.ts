import type { Language } from '@rollcall/protocol';
import messages from './de.json' with { type: 'json' };

/** What a device says of itself (`dieses Gerät`, `hier`), and what is said of it elsewhere. */
const ELSEWHERE: NonNullable<Language['elsewhere']> = [
  [/\bzwischen hier und\b/g, 'zwischen NAME und'],
  [/, hier oder auf dem Weg\b/g, ', bei NAME oder auf dem Weg'],
  [/\bdieses Geräts\b/g, 'von NAME'],
  [/\b[Dd]iese[sm] Gerät\b/g, 'NAME'],
  [/\bDieser (Datenträger|Ordner|Zustandsordner)\b/g, 'Der $1 von NAME'],
  [/\bdieser (Datenträger|Ordner|Zustandsordner)\b/g, 'der $1 von NAME'],
  [/\bdiese([nm]) (Datenträger|Ordner|Zustandsordner|Netzwerk)\b/g, 'de$1 $2 von NAME'],
  [/\bDieses Netzwerk\b/g, 'Das Netzwerk von NAME'],
  [/\bdieses Netzwerk\b/g, 'das Netzwerk von NAME'],
  [/\bDiese Version\b/g, 'Die Version auf NAME'],
  [/\bdiese Version\b/g, 'die Version auf NAME'],
  [/^hier\b/g, 'auf NAME'],
  [/^Hier\b/g, 'Auf NAME'],
  [/ hier\b/g, ' auf NAME'],
  [/\bAls (Befehle?):/g, 'Als $1 auf NAME:'],
];

export const GERMAN: Language = { tag: 'de-DE', messages, elsewhere: ELSEWHERE };

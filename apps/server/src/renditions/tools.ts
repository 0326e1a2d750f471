import { missingTools, type MediaTool } from '@rollcall/media/tools';
import { message, type MissingTool } from '@rollcall/protocol';
import { readFileSync } from 'node:fs';

/** What pictures are made with, and is or is not on this machine. */
export interface Tools {
  /** For a person. */
  missing(): readonly MissingTool[];
  /** A worker met that it cannot be used. */
  met(tool: MediaTool): void;
  /** Looks again; answers what was not here before, and is now. What is here and cannot be used is tried again after a restart. */
  look(): readonly MediaTool[];
}

/** @param path folders of programs, as in `PATH` */
export function openTools(path: () => string, command: (tool: MediaTool) => string | null = installCommand): Tools {
  let absent = new Set(missingTools(path()));
  const unusable = new Set<MediaTool>();
  return {
    missing: () => [...new Set([...absent, ...unusable])].map((tool) => ({ tool, words: WORDS[tool], command: command(tool) })),
    met: (tool) => {
      if (!absent.has(tool)) unusable.add(tool);
    },
    look: () => {
      const before = absent;
      absent = new Set(missingTools(path()));
      return [...before].filter((tool) => !absent.has(tool));
    },
  };
}

const WORDS: Record<MediaTool, string> = {
  ffmpeg: message('No pictures can be made of videos, JPEG XL and the like: the program ffmpeg is not installed on the server.'),
  heic: message('No pictures can be made of HEIC photos: their decoder is not installed on the server.'),
  pictures: message('No pictures can be made: the image library is not installed on the server.'),
};

/** What installs it on this system; null: nobody knows. The libraries come with Rollcall, by its own installation. */
function installCommand(tool: MediaTool): string | null {
  if (tool !== 'ffmpeg') return 'npm ci';
  switch (process.platform) {
    case 'darwin':
      return 'brew install ffmpeg';
    case 'win32':
      return 'winget install Gyan.FFmpeg';
    default:
      return ffmpegOn(readRelease());
  }
}

function readRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

const PACKAGES: readonly (readonly [family: RegExp, command: string])[] = [
  [/^(debian|ubuntu)$/, 'sudo apt-get install ffmpeg'],
  [/^(fedora|rhel|centos)$/, 'sudo dnf install ffmpeg-free'],
  [/^alpine$/, 'sudo apk add ffmpeg'],
  [/^arch$/, 'sudo pacman -S ffmpeg'],
  [/^(suse|opensuse.*)$/, 'sudo zypper install ffmpeg'],
];

/** By what os-release(5) says of a Linux: its own name first, then what it is like. */
export function ffmpegOn(release: string): string | null {
  const field = (name: string): string[] =>
    (new RegExp(`^${name}=["']?([^"'\n]*)`, 'm').exec(release)?.[1] ?? '').split(' ').filter((word) => word !== '');
  for (const name of [...field('ID'), ...field('ID_LIKE')]) {
    const known = PACKAGES.find(([family]) => family.test(name));
    if (known !== undefined) return known[1];
  }
  return null;
}

import { agree, MIN_SUPPORTED, PROTOCOL_VERSION, tellReason, type ServerInfo } from '@rollcall/protocol';
import { connect } from '../../server/connection.ts';
import { linkTrouble } from '../../work/trouble.ts';
import { VERSION } from '../../version.ts';
import { complain, EXIT, say, showJson, type Io } from '../io.ts';
import { lookAtPlace } from './place.ts';
import { placeWords } from './update.ts';

export interface VersionOptions {
  /** The folder of the program. */
  readonly root: string;
  /** Absent: nobody is asked. */
  readonly server?: string;
  readonly json: boolean;
}

/** Which version runs here and on a server, and whether they understand each other. 0: they do, or nobody was asked; 3: one has to be updated; 5: no answer. */
export async function version({ root, server, json }: VersionOptions, io: Io): Promise<number> {
  const place = await lookAtPlace(root);
  const here = { version: VERSION, protocol: PROTOCOL_VERSION, minSupported: MIN_SUPPORTED };
  if (!json) {
    say(io, `Rollcall ${VERSION}, protocol ${PROTOCOL_VERSION}, takes protocol ${MIN_SUPPORTED} and newer`);
    for (const line of placeWords(place)) say(io, line);
  }
  const there = server === undefined ? null : await ask(server);
  const agreement = there === null || !there.ok ? null : agree(PROTOCOL_VERSION, there.info.protocol, there.info.minSupported);
  if (json) {
    const info = there?.ok ? { version: there.info.version, protocol: there.info.protocol, minSupported: there.info.minSupported } : null;
    showJson(io, { ...here, place, server: info, agreement });
  }
  if (there === null) return EXIT.ok;
  if (!there.ok) {
    complain(io, `the server at ${server} does not answer as a Rollcall server (${there.why}).`);
    return EXIT.retry;
  }
  const { version: its, protocol, minSupported } = there.info;
  if (!json) say(io, `The server at ${server}: Rollcall ${its}, protocol ${protocol}, takes protocol ${minSupported} and newer`);
  if (agreement === null || agreement === 'agreed') {
    if (!json) say(io, 'They understand each other.');
    return EXIT.ok;
  }
  const needs = `protocol ${agreement === 'update-needed' ? minSupported : MIN_SUPPORTED}`;
  const evidence = { device: `${VERSION}, protocol ${PROTOCOL_VERSION}`, server: `${its}, protocol ${protocol}`, needs };
  const { words, cure } = tellReason({ code: agreement, since: 0, evidence });
  complain(io, `${words} ${cure}`);
  return EXIT.needsYou;
}

type Asked = { readonly ok: true; readonly info: ServerInfo } | { readonly ok: false; readonly why: string };

async function ask(server: string): Promise<Asked> {
  // What is asked and answered here is no secret.
  const connection = connect(server, null, true);
  try {
    const answer = await connection.call('server', {});
    return answer.ok ? { ok: true, info: answer.value } : { ok: false, why: answer.refusal.words };
  } catch (error) {
    const { code, evidence } = linkTrouble(error);
    return { ok: false, why: String(evidence['error'] ?? code) };
  } finally {
    connection.close();
  }
}

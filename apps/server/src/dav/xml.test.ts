import assert from 'node:assert/strict';
import { test } from 'node:test';
import { responseOf, wantedOf, type Around } from './properties.ts';
import { DavRefused } from './refuse.ts';
import { isDav, parseXml, xmlElement, xmlText } from './xml.ts';

const around: Around = { quota: { used: 5, free: 7 }, locksOn: () => [], writable: () => true };

test('DV-2: what is asked in XML is read by its namespaces, and what declares types or entities is refused', () => {
  const root = parseXml('<?xml version="1.0"?><a:propfind xmlns:a="DAV:"><a:prop><a:getetag/><x xmlns="urn:x"/></a:prop></a:propfind>');
  assert.ok(root && isDav(root, 'propfind'));
  assert.deepEqual(wantedOf(root), {
    want: 'named',
    names: [
      { namespace: 'DAV:', name: 'getetag', children: [], text: '' },
      { namespace: 'urn:x', name: 'x', children: [], text: '' },
    ],
  });
  assert.equal(parseXml(' \n'), null);
  for (const text of [
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    '<a><b></a>',
    'no XML',
    '<D:propfind><D:prop/></D:propfind>',
    `${'<a>'.repeat(30)}${'</a>'.repeat(30)}`,
  ])
    assert.throws(
      () => parseXml(text),
      (error: unknown) => error instanceof DavRefused && error.status === 400,
      text,
    );
  assert.throws(() => wantedOf(parseXml('<a/>')), DavRefused);
});

test('DV-2: names of files stand in an answer so that they are read back, whatever letters they have', () => {
  const name = '<&">]]>\u0001\ud800.jpg';
  const told = responseOf(
    { is: 'file', segments: ['Upload', name], size: 3, hash: 'ab'.repeat(32), mime: 'image/jpeg', modifiedAt: 0, createdAt: 0 },
    { want: 'all' },
    around,
  );
  const root = parseXml(`<D:multistatus xmlns:D="DAV:">${told}</D:multistatus>`);
  assert.match(root?.text ?? '', /<&">\]\]>\?\ufffd\.jpg/);
  assert.match(told, /<D:getcontentlength>3<\/D:getcontentlength>/);
  assert.match(told, /<D:getetag>&quot;(ab){16}&quot;<\/D:getetag>/);
  assert.equal(xmlText('a<b'), 'a&lt;b');
  assert.equal(xmlElement({ namespace: 'urn:"x"', name: 'y' }), '<X:y xmlns:X="urn:&quot;x&quot;"/>');
});

test('DV-2: a property that nobody has is told as missing, and the room in the cloud to who asks for it by name', () => {
  const names = ['displayname', 'quota-available-bytes', 'nothing'].map((name) => ({ namespace: 'DAV:', name }));
  const told = responseOf({ is: 'folder', segments: [], modifiedAt: null }, { want: 'named', names }, around);
  assert.match(told, /<D:quota-available-bytes>7<\/D:quota-available-bytes>/);
  assert.match(told, /<D:propstat><D:prop><D:nothing\/><\/D:prop><D:status>HTTP\/1\.1 404 Not Found/);
  assert.doesNotMatch(responseOf({ is: 'folder', segments: [], modifiedAt: null }, { want: 'all' }, around), /quota/);
});

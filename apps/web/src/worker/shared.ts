/** What was shared with the app, until its page takes it up. */
export const SHARED = 'rollcall-shared';
/** Where the page is led to; what follows the question mark says that something was shared. */
export const SHARED_PAGE = '/?shared=yes';

/** Keeps the files that another app shares with this one, and leads to the page, which takes them up. */
export async function takeShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const files = form.getAll('photos').filter((each) => each instanceof File);
  const shared = await caches.open(SHARED);
  for (const [index, file] of files.entries()) {
    const headers = {
      'content-type': file.type,
      'content-length': String(file.size),
      'x-name': encodeURIComponent(file.name),
      'x-modified': String(file.lastModified),
    };
    await shared.put(`/shared/${Date.now()}-${index}`, new Response(file, { headers }));
  }
  return Response.redirect(SHARED_PAGE, 303);
}

/** The files that were shared, and they are not here a second time. */
export async function sharedFiles(): Promise<File[]> {
  const shared = await caches.open(SHARED);
  const files: File[] = [];
  for (const request of await shared.keys()) {
    const answer = await shared.match(request);
    if (!answer) continue;
    const { headers } = answer;
    const name = decodeURIComponent(headers.get('x-name') ?? 'shared');
    files.push(
      new File([await answer.blob()], name, { type: headers.get('content-type') ?? '', lastModified: Number(headers.get('x-modified')) }),
    );
  }
  await caches.delete(SHARED);
  return files;
}

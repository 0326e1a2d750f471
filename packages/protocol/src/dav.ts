/** Where a library is reached over WebDAV, below the server's address. */
export const DAV_PATH = '/dav/';

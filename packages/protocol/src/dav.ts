/** Where a library is reached over WebDAV, below the server's address. */
export const DAV_PATH = '/dav/';
/** The folder there in which apps put photos. */
export const DAV_UPLOAD = 'Upload';
